"""An answer that is put off to a day, whatever the limits say."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.alarms import alarms_reached
from domain.calendar import AROUND_THE_CLOCK, Calendar
from domain.case import Case
from domain.deadlines import (
    running,
)
from domain.states import State


def put_off(
    case: Case,
    until: datetime,
    now: datetime,
    calendar: Calendar = AROUND_THE_CLOCK,
) -> dict[str, object]:
    """The fields of a case whose answer is due at `until`, whatever its limits say: what is owed
    now, with the alarms that lie behind it then.
    """
    moved = replace(case, extended_to=until, resolve_due=until)
    due, start = running(moved)
    if case.state in (State.HELD, State.VERIFYING, State.RESOLVED):
        return {"extended_to": until, "resolve_due": until}
    moved = replace(moved, due_at=due, phase_at=min(start, due))
    return {
        "extended_to": until,
        "resolve_due": until,
        "due_at": due,
        "phase_at": moved.phase_at,
        "alarms": alarms_reached(moved, now, calendar),
    }
