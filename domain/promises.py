"""By when an answer was promised to whoever waits, and what to say once that time has passed."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.calendar import AROUND_THE_CLOCK, Calendar
from domain.case import Case
from domain.deadlines import on, spent

MORE = 0.5
"""Of the time that it had: by so much more the first new expectation lies later."""

LEAST = timedelta(minutes=30)


def promised(case: Case) -> datetime | None:
    """The moment that whoever waits was told; None where nobody waits for an answer to it.

    A part's filer hears of the whole.
    """
    return case.resolve_due if case.open and case.parent_id is None else None


def broken(case: Case, now: datetime) -> bool:
    at = promised(case)
    return at is not None and at <= now


def expected(
    case: Case, now: datetime, calendar: Calendar = AROUND_THE_CLOCK
) -> datetime:
    """When the answer may be expected now: the promised time, and once that has passed a later
    one, always after `now`.

    Each is twice as far from the promise as the one before: who waits for long is told so less
    and less often.
    """
    if case.resolve_due > now:
        return case.resolve_due
    had = spent(case.started_at, case.resolve_due, calendar, case.holds)
    later = max(had * MORE, LEAST)
    while (at := on(case.resolve_due, later, calendar, case.holds)) <= now:
        later *= 2
    return at
