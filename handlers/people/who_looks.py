"""这片谁管, "who takes care of grid 1": who looks after a place, by name. They are told what is
reported there, and their names stand on every receipt.
"""

from __future__ import annotations

from domain.messages import Key, Place
from domain.people import Person, Role
from domain.values.text import letters
from handlers.casework import phrases, whereabouts
from handlers.casework.reach import present
from handlers.dialog import questions
from handlers.dialog.fits import FULL, Fit
from handlers.dialog.questions import About, Question
from handlers.dialog.turn import Turn
from handlers.texts.words import anywhere, asks, plain

KIND = "looks-after"
ASKED = "words-looks-after"
BESIDE = ("words-looks-after-fill", "words-polite")
LONGEST = 40
"""Letters: whoever says more tells something (ours)."""


async def asked(turn: Turn) -> bool:
    """Whether it was asked of a place, or of where the open case is, and was answered. Of the case
    alone it is told elsewhere who has it.
    """
    said = plain(turn.event.text)
    if turn.person.staff or letters(said) > LONGEST or not anywhere(ASKED).search(said):
        return False
    found = whereabouts.find(turn.scene, said, turn.person).sure
    rest = said.replace(found.words.lower(), " ") if found else said
    if not asks(ASKED, rest, *BESIDE):
        return False
    own = await turn.unit.cases.open_of(turn.person.id, 1)
    if found:
        _tell(turn, whereabouts.spot_of(found).area)
    elif own and not anywhere("words-round-here").search(said):
        return False
    elif own and own[0].area:
        _tell(turn, own[0].area)
    else:
        await _ask(turn)
    return True


def _tell(turn: Turn, area: str) -> None:
    people = _names(turn, area, Role.COORDINATOR)
    lead = _names(turn, area, Role.LEAD)
    text = turn.say(
        "looks-after" if people else "looks-after-lead",
        area=phrases.area(turn.unit, area, turn.language),
        names=people,
        lead=lead or turn.label("carer-desk"),
    )
    turn.reply(text)


def _names(turn: Turn, area: str, role: Role) -> str:
    """Those of the nearest area that has any; who is on leave may not read it."""
    people: list[Person] = turn.unit.directory.nearest(area, role)[1]
    there = present(turn.unit, people) or people
    return turn.label("names-and").join(one.name for one in there)


# --- the question ---


async def _ask(turn: Turn) -> None:
    await questions.ask(turn, KIND)
    key = Key(turn.label("button-locate"), location=True)
    turn.reply(turn.say("looks-after-where"), keyboard=[[key]])


async def _fits(turn: Turn, about: About, said: str) -> Fit:
    found = whereabouts.find(turn.scene, said, turn.person)
    return FULL if found.sure or found.likely else Fit(0.0, "not-a-place")


async def _answer(turn: Turn, about: About, said: str) -> None:
    found = whereabouts.find(turn.scene, said, turn.person)
    best = found.sure or found.likely[0]
    _tell(turn, whereabouts.spot_of(best).area)


async def _pinned(turn: Turn, about: About, place: Place) -> None:
    area = turn.unit.directory.locate(place)
    if area:
        return _tell(turn, area)
    turn.reply(turn.say("not-a-place"))


QUESTIONS = {KIND: Question(_fits, _answer, placed=_pinned)}
