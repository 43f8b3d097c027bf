"""When a case alarms, and when it next needs a look by itself."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.calendar import AROUND_THE_CLOCK, Calendar
from domain.case import Case
from domain.deadlines import on, spent
from domain.kinds import Urgency
from domain.present import present
from domain.states import State

YELLOW = 0.7
# between two alarms of one case, however short its time was
SHORTEST_PERIOD = timedelta(hours=1)
SHORTEST_URGENT = timedelta(minutes=10)


def _due(case: Case) -> datetime:
    return present(case.due_at, "a phase with alarms has a deadline")


def _span(case: Case, calendar: Calendar) -> timedelta:
    return spent(case.phase_at, _due(case), calendar, case.holds)


def _period(case: Case, calendar: Calendar) -> timedelta:
    """After how much working time it alarms again: the phase's own length, but not without end
    in no time.
    """
    shortest = SHORTEST_URGENT if case.urgency is Urgency.URGENT else SHORTEST_PERIOD
    return max(_span(case, calendar), shortest)


def _awake(case: Case) -> bool:
    return case.open and case.state is not State.HELD


def alarm_at(case: Case, n: int, calendar: Calendar = AROUND_THE_CLOCK) -> datetime:
    """When alarm `n` of the running phase goes off: 0 is yellow at 70 %, 1 red at 100 %, then
    each further period, of which time on hold is no part.
    """
    due = _due(case)
    if n == 0:
        span = _span(case, calendar) * YELLOW
        return min(on(case.phase_at, span, calendar, case.holds), due)
    if n == 1:
        return due
    periods = _period(case, calendar) * (n - 1)
    return on(due, periods, calendar, case.holds)


def alarms_reached(
    case: Case, now: datetime, calendar: Calendar = AROUND_THE_CLOCK
) -> int:
    """How many alarms of the running phase are behind us at `now`; 0 where the case does not
    alarm.
    """
    if not _awake(case) or case.due_at is None or now < alarm_at(case, 0, calendar):
        return 0
    if now < case.due_at:
        return 1
    late = spent(case.due_at, now, calendar, case.holds)
    return 2 + int(late / _period(case, calendar))


def next_time(case: Case, calendar: Calendar = AROUND_THE_CLOCK) -> datetime | None:
    """When this case next needs a look by itself: its next alarm, its waking up, or the end of
    the feedback window.
    """
    if case.ended or case.due_at is None:
        return None
    return alarm_at(case, case.alarms, calendar) if _awake(case) else case.due_at
