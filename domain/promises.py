"""By when an answer was promised to whoever waits, and what to say once that time has passed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain.calendar import AROUND_THE_CLOCK, Calendar
from domain.case import Case
from domain.deadlines import on, spent
from domain.kinds import Urgency
from domain.quiet import NIGHT, quiet_until

MORE = 0.5
"""Of the time that it had: by so much more the first new expectation lies later."""

LEAST = timedelta(minutes=30)
MOMENT = timedelta(seconds=1)


def promised(case: Case) -> datetime | None:
    """The moment that whoever waits was told; None where nobody waits for an answer to it.

    A part's filer hears of the whole.
    """
    return case.resolve_due if case.open and case.parent_id is None else None


def broken(case: Case, now: datetime) -> bool:
    at = promised(case)
    return at is not None and at <= now


def expected(
    case: Case,
    now: datetime,
    zone: ZoneInfo,
    calendar: Calendar = AROUND_THE_CLOCK,
) -> datetime:
    """When the answer may be expected now: the promised time, and once that has passed a later
    one, always after `now`.
    """
    return next(at for at in _told(case, zone, calendar) if at > now)


def told_last(
    case: Case,
    at: datetime,
    zone: ZoneInfo,
    calendar: Calendar = AROUND_THE_CLOCK,
) -> datetime:
    """What they were told that is over `at` this moment; the promise where that is none of it."""
    for one in _told(case, zone, calendar):
        if one > at - MOMENT:
            return one if one < at + MOMENT else case.resolve_due
    return case.resolve_due


def _told(case: Case, zone: ZoneInfo, calendar: Calendar) -> Iterator[datetime]:
    """The promise, and what is said in its place once it has passed. Each is twice as far from it
    as the one before: who waits for long is told so less and less often.
    """
    yield case.resolve_due
    had = spent(case.started_at, case.resolve_due, calendar, case.holds)
    later = max(had * MORE, LEAST)
    while True:
        at = on(case.resolve_due, later, calendar, case.holds)
        yield at if case.urgency is Urgency.URGENT else _by_day(at, zone)
        later *= 2


def _by_day(at: datetime, zone: ZoneInfo) -> datetime:
    """Nobody comes at two in the night: it is the morning then. The evening's last moment, 22:00,
    is none of the night.
    """
    return quiet_until(at - datetime.resolution, NIGHT, zone) or at
