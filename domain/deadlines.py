"""When a case is due: pure, from moments and limits. Spans are timedeltas, times aware UTC.

Whoever calls hands in the calendar that counts for the case: working hours, or round the clock.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from domain.calendar import AROUND_THE_CLOCK, Calendar
from domain.case import Case
from domain.kinds import Urgency
from domain.policies import Limit, Policy
from domain.states import WAITING

REOPENED_SHARE = 0.5
Holds = tuple[tuple[datetime, datetime | None], ...]


def reach(
    start: datetime,
    limit: timedelta,
    calendar: Calendar = AROUND_THE_CLOCK,
    holds: Holds = (),
    share: float = 1,
) -> datetime:
    """When a limit that counts from `start` is over: every deadline comes from here."""
    return on(start, calendar.span(limit) * share, calendar, holds)


def on(
    start: datetime,
    span: timedelta,
    calendar: Calendar,
    holds: Holds,
) -> datetime:
    """`start` plus `span` of working time; times on hold that are over do not count."""
    at = calendar.add(start, span)
    for begin, end in holds:
        if end is not None and begin < at and end > start:
            held = calendar.between(max(begin, start), end)
            # at closing time even nothing more would be the next opening
            at = calendar.add(at, held) if held else at
    return at


def spent(
    start: datetime,
    end: datetime,
    calendar: Calendar = AROUND_THE_CLOCK,
    holds: Holds = (),
) -> timedelta:
    """The working time from `start` to `end` outside the holds."""
    held = (
        calendar.between(max(begin, start), min(over or end, end))
        for begin, over in holds
    )
    return calendar.between(start, end) - sum(held, timedelta())


def over(holds: Holds, now: datetime) -> Holds:
    """The holds, of which none goes on any more."""
    return tuple((begin, end or now) for begin, end in holds)


def limits(
    policy: Policy,
    urgency: Urgency,
    filed_at: datetime,
    calendar: Calendar = AROUND_THE_CLOCK,
) -> tuple[datetime, datetime]:
    """(accept due, resolve due) of a case filed at `filed_at`."""
    limit = policy[urgency]
    accept = reach(filed_at, limit.accept, calendar)
    return accept, reach(filed_at, limit.resolve, calendar)


def counted_again(case: Case, limit: Limit, calendar: Calendar) -> Case:
    """The deadlines by this limit, from the filing (or the last reopening): never from now."""
    share = REOPENED_SHARE if case.reopened else 1.0
    start, holds = case.started_at, case.holds
    resolve = reach(start, limit.resolve, calendar, holds, share)
    if case.extended_to:
        resolve = max(resolve, case.extended_to)
    first = None
    if limit.first is not None:
        first = reach(start, limit.first, calendar, holds)
    case = replace(case, resolve_due=resolve, first_due=first)
    if case.state in WAITING:
        accept = reach(case.phase_at, limit.accept, calendar, holds, share)
        case = replace(case, accept_due=accept)
    return case


def resumed(case: Case, now: datetime, calendar: Calendar) -> Case:
    """The case after its hold: an extension that was allowed before lasts as much longer."""
    begin = case.holds[-1][0] if case.holds else now
    held, extended = calendar.between(begin, now), case.extended_to
    if extended is not None and held:
        extended = calendar.add(extended, held)
    return replace(case, holds=over(case.holds, now), extended_to=extended)


def running(case: Case) -> tuple[datetime, datetime]:
    """(due, start) of what is owed now: taking it, a first answer, or the answer."""
    if case.state in WAITING:
        return case.accept_due, case.phase_at
    first = case.first_due
    if first is not None and case.first_at is None and first < case.resolve_due:
        return first, case.started_at
    return case.resolve_due, case.started_at
