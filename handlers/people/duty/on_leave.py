"""A turn on duty for somebody on leave: that is said, with who is there, before it is put down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.messages import Choice
from domain.people import Person
from handlers.casework import phrases
from handlers.casework.reach import present
from handlers.dialog import questions
from handlers.dialog.turn import Turn

KIND = "turn"


@dataclass(frozen=True, slots=True)
class Shift:
    """One that is to be: in this area, from `start` to just before `end`."""

    area: str
    start: datetime
    end: datetime

    def data(self, person: Person) -> str:
        """As a button carries it."""
        start, end = int(self.start.timestamp()), int(self.end.timestamp())
        return f"{person.id}:{self.area}:{start}:{end}"


async def asked(turn: Turn, person: Person, shift: Shift) -> bool:
    """Whether it was asked if they are meant all the same."""
    until = person.away_until
    if until is None or not person.away_within(shift.start, shift.end):
        return False
    other = _other(turn, person, shift)
    about = {"yes": shift.data(other or person), "no": ""}
    await questions.ask(turn, KIND, about)
    rows = [[_choice(turn, "other", other, shift)]] if other else []
    rows.append([_choice(turn, "still", person, shift)])
    at = phrases.when(turn.language, until, turn.unit.now, turn.setup)
    key = "ask-turn-on-leave" if other else "ask-turn-on-leave-alone"
    called = {"name": person.name, "other": other.name if other else ""}
    turn.reply(turn.say(key, at=at, **called), rows)
    return True


def _choice(turn: Turn, which: str, person: Person, shift: Shift) -> Choice:
    data = f"y:{shift.data(person)}"
    return turn.choice(f"button-turn-{which}", data, name=person.name)


def _other(turn: Turn, person: Person, shift: Shift) -> Person | None:
    """Of those who work there too: who is there, has no turn then, and carries fewest."""
    unit = turn.unit
    busy = {
        one.person_id
        for one in unit.directory.shifts
        if one.starts_at < shift.end and shift.start < one.ends_at
    }
    free = [
        one
        for one in present(unit, list(unit.directory.staff.values()))
        if one.id not in busy | {person.id}
        and any(grant.area == shift.area for grant in one.grants)
    ]
    return min(free, key=lambda one: (unit.cases.carries(one.id), one.id), default=None)
