"""What is said of an errand, and to whom: those who may come, those who come, who called them."""

from __future__ import annotations

from domain.errands import Errand
from domain.members import leads
from domain.messages import Choice, Matter, Reply
from domain.people import Person
from handlers.casework import phrases
from handlers.casework.letters.sending import send
from handlers.dialog.scene import Scene
from handlers.members.scope import path_of
from handlers.members.telling import leaders
from handlers.texts.sentences import Safe, label, say


def about(
    scene: Scene,
    language: str,
    errand: Errand,
) -> dict[str, object]:
    """What every sentence about it may say."""
    return {
        "words": errand.words,
        "area": phrases.area(scene.unit, errand.area, language),
        "when": phrases.when(
            language,
            errand.at,
            scene.unit.now,
            scene.setup,
        ),
        "wanted": errand.wanted,
        "missing": errand.missing,
        "coming": errand.coming,
    }


def button(
    language: str,
    verb: str,
    errand: Errand,
) -> Choice:
    return Choice(
        label(language, f"button-errand-{verb}"), f"errand:{verb}:{errand.id}"
    )


def called(
    scene: Scene,
    language: str,
    errand: Errand,
) -> Reply:
    """The call itself."""
    text = say(language, "notice-errand", **about(scene, language, errand))
    return Reply(text=text, choices=((button(language, "take", errand),),))


async def to_takers(
    scene: Scene,
    errand: Errand,
    key: str,
    *verbs: str,
) -> None:
    for person_id in await scene.unit.errands.takers(errand.id):
        person = await scene.unit.people.get(person_id)
        if person is not None:
            await _tell(
                scene,
                errand,
                person,
                key,
                verbs,
            )


async def to_caller(
    scene: Scene,
    errand: Errand,
    key: str,
    *verbs: str,
    **more: object,
) -> None:
    """To who called for it, as long as they lead there; else to who leads there now."""
    unit = scene.unit
    path = path_of(unit.directory, errand.area)
    caller = await unit.people.get(errand.by)
    theirs = caller is not None and leads(caller, path)
    people = [caller] if caller and theirs else leaders(scene, path)
    for person in people:
        await _tell(
            scene,
            errand,
            person,
            key,
            verbs,
            **more,
        )


async def _tell(
    scene: Scene,
    errand: Errand,
    person: Person,
    key: str,
    verbs: tuple[str, ...],
    **more: object,
) -> None:
    language = scene.language_of(person)
    text: Safe = say(language, key, **{**about(scene, language, errand), **more})
    rows = tuple((button(language, verb, errand),) for verb in verbs)
    await send(
        scene,
        person,
        text,
        choices=rows,
        matter=Matter.RESULT,
    )


async def names(scene: Scene, errand: Errand) -> str:
    """Who comes, for who called them."""
    ids = await scene.unit.errands.takers(errand.id)
    known = await scene.unit.people.named(ids)
    return " · ".join(known.get(one) or "?" for one in ids)
