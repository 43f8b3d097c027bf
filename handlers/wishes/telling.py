"""Who is told of a wish, in their language. What one side is told never says who the other is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from domain.messages import Choice, Matter
from domain.people import Person
from domain.wishes.rights import OF_THESE_WORDS, WishAct, edition
from handlers.casework import phrases
from handlers.casework.letters.sending import send
from handlers.casework.reach import heads
from handlers.dialog import between
from handlers.dialog.scene import Scene
from handlers.texts.sentences import label, say
from handlers.wishes.found import Found

LONGEST = 40
"""Letters of a wish in the middle of a sentence."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A sentence, by its key, about a wish: with the wish's words and place, `about` the rest.

    `acts` are buttons; `takes_back` and `anew` are further ones. A `rings` letter is worth a
    template where somebody can hardly be reached; one `aside` is none of the case's. A `word` is
    one of the other side.
    """

    key: str
    acts: tuple[WishAct, ...] = ()
    about: Mapping[str, object] = field(default_factory=dict)
    takes_back: bool = False
    anew: bool = False
    rings: bool = False
    aside: bool = False
    word: bool = False


async def to_wisher(scene: Scene, found: Found, letter: Letter) -> None:
    person = await wisher(scene, found)
    await _tell(scene, found, letter, person)


async def to_claimer(scene: Scene, found: Found, letter: Letter) -> None:
    """Whoever has the claim, or had it when `found` was read."""
    claimer_id = found.claim.claimer_id if found.claim else None
    person = await scene.unit.people.get(claimer_id)
    aside = replace(letter, aside=True)
    await _tell(scene, found, aside, person)


async def to_carer(scene: Scene, found: Found, letter: Letter) -> None:
    person = await carer(scene, found)
    await _tell(scene, found, letter, person)


async def wisher(scene: Scene, found: Found) -> Person | None:
    return await scene.unit.people.get(found.case.filer_id)


async def carer(scene: Scene, found: Found) -> Person | None:
    """Who looks after it: whoever is in charge, else who leads it, from the lowest level on. Never
    whoever wishes it or has claimed it: they may not, nor are they to learn who the other is.
    """
    unit, case = scene.unit, found.case
    claimer_id = found.claim.claimer_id if found.claim else None
    own = (case.filer_id, claimer_id)
    person = await unit.people.get(case.assignee_id)
    if person is not None and person.staff and person.id not in own:
        return person
    claimer = await unit.people.get(claimer_id)
    steps = range(len(unit.directory.ladder(case)))
    levels = (heads(unit, case, step, claimer) for step in steps)
    others = (one for people in levels for one in people if one.id not in own)
    return next(others, None)


async def _tell(
    scene: Scene,
    found: Found,
    letter: Letter,
    person: Person | None,
) -> None:
    """Nothing where there is nobody. A claimer's letter is none of the case's: nothing in it
    leads there.
    """
    if person is None:
        return
    case = found.case
    language = scene.language_of(person)
    place = found.wish.place if found.wish else ""
    usual = {
        "number": case.number,
        "words": short(found.words),
        "place": place,
    }
    await send(
        scene,
        person,
        say(
            language,
            letter.key,
            **{**usual, **letter.about},
        ),
        None if letter.aside else case,
        choices=_rows(
            language,
            found,
            letter,
        ),
        slot=between.slot(f"wish:{case.id}") if letter.word else "",
        matter=Matter.RESULT if letter.rings else Matter.NEWS,
    )


def _rows(
    language: str,
    found: Found,
    letter: Letter,
) -> tuple[tuple[Choice, ...], ...]:
    case_id = found.case.id
    buttons = [
        button(
            language,
            act,
            found,
            between.ANSWER if letter.word else "",
        )
        for act in letter.acts
    ]
    if letter.takes_back:
        buttons.append(take_back(language, case_id))
    if letter.anew:
        again = label(language, "button-wish-anew")
        buttons.append(Choice(again, f"c:{case_id}:reopen"))
    return tuple((one,) for one in buttons)


def button(
    language: str,
    act: WishAct,
    found: Found,
    value: str = "",
) -> Choice:
    name = act.value.replace("_", "-")
    shown = label(language, f"button-wish-{name}")
    data = f"wish:{found.case.id}:{act.value}"
    if act in OF_THESE_WORDS:
        value = edition(found.words)
    return Choice(shown, f"{data}:{value}" if value else data)


def take_back(language: str, case_id: int) -> Choice:
    """Withdraws the case, and with it the wish."""
    shown = label(language, "button-wish-take-back")
    return Choice(shown, f"c:{case_id}:withdraw")


def short(words: str) -> str:
    return phrases.cut(words, LONGEST)
