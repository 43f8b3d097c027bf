"""Who is on leave, as it is told to themselves where somebody else said so, and to colleagues who
ask.
"""

from __future__ import annotations

from collections.abc import Iterable

from domain.people import Person
from handlers.casework.letters.sending import send
from handlers.dialog.turn import Turn
from handlers.people.leave.days import back_at
from handlers.texts.sentences import Safe, known, say

MOST_SHOWN = 20


async def tell(
    turn: Turn,
    person: Person,
    key: str,
    **about: object,
) -> None:
    """Says it to whom it is about, unless they said it themselves."""
    if person.id == turn.person.id:
        return
    language = known(person.language or turn.setup.language)
    days = _days(turn, person, language)
    text = say(language, key, name=turn.person.name, **days, **about)
    await send(turn.scene, person, text)


async def tell_planned(turn: Turn, person: Person) -> None:
    await tell(turn, person, "told-away-later" if person.away_from else "told-away")


def lines(turn: Turn, people: Iterable[Person]) -> list[Safe]:
    """A line for each of them who is on leave or will be, whoever begins first first."""
    found = [one for one in people if _coming(turn, one)]
    found.sort(key=lambda one: (one.away_from or turn.unit.now, one.id))
    return [
        turn.say(
            "away-later" if _later(turn, one) else "away-now",
            name=one.name,
            **_days(turn, one, turn.language),
        )
        for one in found[:MOST_SHOWN]
    ]


def beside_name(turn: Turn, person: Person) -> str:
    """What stands beside a name: '' for who is there."""
    if not _coming(turn, person):
        return ""
    key = "people-away-later" if _later(turn, person) else "people-away"
    return turn.label(key, **_days(turn, person, turn.language))


def _coming(turn: Turn, person: Person) -> bool:
    return person.away_until is not None and person.away_until > turn.unit.now


def _later(turn: Turn, person: Person) -> bool:
    return person.away_from is not None and person.away_from > turn.unit.now


def _days(turn: Turn, person: Person, language: str) -> dict[str, str]:
    first, until = person.away_from, person.away_until
    return {
        "first": back_at(turn, first, language) if first else "",
        "at": back_at(turn, until, language) if until else "",
    }
