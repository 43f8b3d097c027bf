"""What is said of points by hand: to who gives and gets them, and to the admins who may confirm."""

from __future__ import annotations

from domain.case import Case
from domain.messages import Choice
from domain.people import Person
from domain.points.by_hand import size
from domain.points.ledger import Transfer
from handlers.casework import phrases
from handlers.casework.letters.sending import send
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Turn
from handlers.points.admin_cards import FIRST, change, put
from handlers.points.awards import Award, seconds
from handlers.points.telling import with_repaid
from handlers.texts.sentences import Safe, label, say


async def given(turn: Turn, award: Award) -> None:
    """Right after it was given: to all three."""
    scene = turn.scene
    asked = seconds(scene, award)
    key = "done-award" if asked else "done-award-alone"
    turn.reply(turn.say(key, **about(scene, award, turn.language)))
    await to_holder(
        scene,
        award,
        "award-got" if asked else "award-got-honour",
    )
    await ask(scene, award, "award-ask")


async def ask(
    scene: Scene,
    award: Award,
    key: str,
    which: str = FIRST,
) -> None:
    """A card for each admin who may confirm it."""
    for person in seconds(scene, award):
        text = _text(scene, person, award, key)
        await put(scene, award, person, text, which)


async def settled(
    scene: Scene,
    award: Award,
    key: str,
    **more: object,
) -> None:
    """The cards of the other admins say what came of it, and who gave it hears."""
    others = [one for one in seconds(scene, award) if one.id != scene.actor.id]
    for person in others:
        text = _text(scene, person, award, key, **more)
        await change(scene, award, person, text)
    if award.giver is not None:
        text = _text(scene, award.giver, award, key, **more)
        await send(scene, award.giver, text)


async def to_holder(
    scene: Scene,
    award: Award,
    key: str,
    came: Transfer | None = None,
    **more: object,
) -> None:
    """Without the names of who gave or confirmed it; `came` is what they may spend now."""
    if award.holder is None:
        return
    language = scene.language_of(award.holder)
    card = Choice(label(language, "button-points"), "pt:card")
    text = _text(scene, award.holder, award, key, **more)
    if came is not None:
        text = await with_repaid(scene, language, text, came)
    await send(scene, award.holder, text, choices=((card,),))


def about(
    scene: Scene,
    award: Award,
    language: str,
) -> dict[str, object]:
    """What every sentence about it may say."""
    booked, case = award.booked, award.case
    whom = receiver(language, case, booked.person_id)
    what = case.number if case else label(language, "points-why-award")
    return {
        "amount": size(booked),
        "words": booked.words,
        "whom": whom,
        "what": what,
        "giver": award.giver.name if award.giver else "",
        "area": phrases.area(scene.unit, award.area, language),
        "day": phrases.day(language, award.until, scene.setup),
    }


def receiver(
    language: str,
    case: Case | None,
    person_id: int | None,
) -> str:
    """'whoever reported YH26-0001', or the number of a card."""
    if case is None:
        return label(
            language,
            "award-to-card",
            number=str(person_id),
        )
    return label(language, "award-to-filer", number=case.number)


def audit(
    scene: Scene,
    award: Award,
    act: str,
) -> None:
    """A line of the audit log: which case or area and how many, never why or for whom."""
    where = {"number": award.case.number} if award.case else {"area": award.area}
    amount = size(award.booked)
    scene.unit.history.audit(
        scene.actor.id,
        act,
        amount=amount,
        **where,
    )


def _text(
    scene: Scene,
    person: Person,
    award: Award,
    key: str,
    **more: object,
) -> Safe:
    language = scene.language_of(person)
    seen = about(scene, award, language)
    return say(language, key, **seen, **more)
