"""Whose leave somebody may say: their own, and that of people all of whose areas they lead."""

from __future__ import annotations

from domain.people import Person
from handlers.dialog.turn import Refused, Turn
from handlers.people.leave_days import is_back, says_when
from handlers.people.scope import HEADS, areas_of, somebody


def asked(turn: Turn, said: str) -> tuple[Person, str]:
    """Who, and until when: oneself where all of it says when. Raises Refused."""
    first, _, rest = said.partition(" ")
    alone = is_back(said) or says_when(turn, said)
    led = areas_of(turn, *HEADS)
    if alone or not rest:
        return turn.person, said
    if first == f"#{turn.person.id}":
        return turn.person, rest.strip()
    if not led:
        _check_own(turn, first)
        return turn.person, said
    person = somebody(turn, first, led)
    _check_led(person, led, turn)
    return person, rest.strip()


def _check_own(turn: Turn, name: str) -> None:
    """Colleagues are put down by who leads them. Raises Refused."""
    staff = turn.unit.directory.staff.values()
    if any(one.name == name and one.id != turn.person.id for one in staff):
        raise Refused("refuse-away-other", name=name)


def _check_led(person: Person, led: set[str], turn: Turn) -> None:
    """All that somebody carries is handed over, so all of it must be led. Raises Refused."""
    elsewhere = any(grant.area not in led for grant in person.grants)
    if elsewhere and person.id != turn.person.id:
        raise Refused(
            "refuse-away-elsewhere",
            name=person.name,
        )


async def as_said(
    turn: Turn,
    number: int | None,
    stamp: int | None,
) -> Person | None:
    """The person, if the leave still is the one that was asked about and one may say so."""
    person = await theirs(turn, number)
    until = person.away_until if person else None
    return person if until and int(until.timestamp()) == stamp else None


async def theirs(turn: Turn, number: int | None) -> Person | None:
    """The person, if it is for them to say when these are on leave."""
    person = turn.unit.directory.staff.get(number or 0)
    if person is None or not turn.person.staff:
        return None
    led = areas_of(turn, *HEADS)
    mine = person.id == turn.person.id
    if not mine and any(grant.area not in led for grant in person.grants):
        return None
    return await turn.unit.people.get(person.id)
