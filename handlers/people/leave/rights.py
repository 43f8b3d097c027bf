"""Whose leave somebody may say: their own, and that of people all of whose areas they lead; and
who is off, and who stands in, in one line: 我周一休假，活给张强.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from domain.people import Person
from domain.values.text import spoken
from handlers.dialog.turn import Refused, Turn
from handlers.people.leave.days import is_back, says_when
from handlers.people.scope import HEADS, areas_of, colleagues, somebody
from handlers.texts.words import anywhere

CLAUSE = re.compile(r"[,，。;；]")
SIGNS = re.compile(r"[^\w:/-]+")
STANDS_IN = ("words-stands-in", "words-gives-work", "words-stands-in-fill")


def asked(
    turn: Turn,
    said: str,
) -> tuple[Person, str]:
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


def _check_own(
    turn: Turn,
    name: str,
) -> None:
    """Colleagues are put down by who leads them. Raises Refused."""
    staff = turn.unit.directory.staff.values()
    if any(one.name == name and one.id != turn.person.id for one in staff):
        raise Refused("refuse-away-other", name=name)


def _check_led(
    person: Person,
    led: set[str],
    turn: Turn,
) -> None:
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


async def theirs(
    turn: Turn,
    number: int | None,
) -> Person | None:
    """The person, if it is for them to say when these are on leave."""
    person = turn.unit.directory.staff.get(number or 0)
    if person is None or not turn.person.staff:
        return None
    led = areas_of(turn, *HEADS)
    mine = person.id == turn.person.id
    if not mine and any(grant.area not in led for grant in person.grants):
        return None
    return await turn.unit.people.get(person.id)


def parted(
    turn: Turn,
    said: str,
    keys: Sequence[str],
) -> tuple[str, str]:
    """The part that says who is off, and one about a colleague beside it."""
    parts = [one.strip() for one in CLAUSE.split(said) if one.strip()]
    names = [spoken(one.name) for one in colleagues(turn) if one.name]
    off = [one for one in parts if any(anywhere(key).search(one) for key in keys)]
    rest = [one for one in parts if one not in off]
    names += [spoken(one.name) for one in (far_named(turn, said),) if one]
    named = rest and any(name in one for one in rest for name in names)
    return (off[0], rest[0]) if len(off) == 1 and named else (said, "")


def far_named(
    turn: Turn,
    said: str,
) -> Person | None:
    """The only one of those who are named that has no role near: nobody's cases go to them."""
    near, said = {one.id for one in colleagues(turn)}, spoken(said)
    staff = turn.unit.directory.staff.values()
    found = [one for one in staff if one.name and spoken(one.name) in said]
    return found[0] if len(found) == 1 and found[0].id not in near else None


def stand_in_of(
    turn: Turn,
    said: str,
) -> Person | None:
    """Whom the words name for what one carries: 活给张强, "Zhang covers for me"."""
    others = [one for one in colleagues(turn) if one.id != turn.person.id and one.name]
    named = [one for one in others if spoken(one.name) in said]
    if len(named) != 1:
        return None
    left = said.replace(spoken(named[0].name), " ")
    for key in STANDS_IN:
        left = anywhere(key).sub(" ", left)
    return None if SIGNS.sub("", left) else named[0]
