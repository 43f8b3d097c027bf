"""When a case is due and when it alarms: pure, from `now` and values. Spans are timedeltas, times
aware UTC.

Whoever calls hands in the calendar that counts for the case: working hours, or round the clock.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from domain.acts import FIRST_ANSWERS, Act
from domain.calendar import AROUND_THE_CLOCK, Calendar
from domain.case import Case
from domain.kinds import Urgency
from domain.policies import DEFAULT_POLICY, Limit, Policy
from domain.states import WAITING, State

__all__ = ["DEFAULT_POLICY", "Limit", "Policy"]

YELLOW = 0.7
# between two alarms of one case, however short its time was
SHORTEST_PERIOD = timedelta(hours=1)
SHORTEST_URGENT = timedelta(minutes=10)
NO_REACTION = timedelta(days=14)  # Signalen's feedback window
REOPENED_SHARE = 0.5
# of the time to accept, for a case that is handed on when its answer is due already
LATE_SHARE = 0.25
ENDING = (Act.CONFIRM, Act.CLOSE, Act.REJECT, Act.WITHDRAW, Act.MERGE)
TAKING = (Act.ACCEPT, Act.SPLIT, Act.DELIBERATE, Act.RESOLVE, Act.SUBMIT, Act.VERIFY)
MOVING = (Act.RESUME, Act.RECLASSIFY, Act.APPROVE)
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


def on(start: datetime, span: timedelta, calendar: Calendar, holds: Holds) -> datetime:
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


def limits(
    policy: Policy,
    urgency: Urgency,
    filed_at: datetime,
    calendar: Calendar = AROUND_THE_CLOCK,
) -> tuple[datetime, datetime]:
    """(accept due, resolve due) of a case filed at `filed_at`."""
    limit = policy[urgency]
    return reach(filed_at, limit.accept, calendar), reach(
        filed_at, limit.resolve, calendar
    )


def after(
    case: Case,
    act: Act,
    state: State,
    now: datetime,
    policy: Policy,
    calendar: Calendar = AROUND_THE_CLOCK,
) -> Case:
    """The case in `state` after `act`, with the clock of its new phase. The one place that sets
    deadlines.
    """
    was = case
    case = replace(case, state=state)
    limit = policy[case.urgency]
    if act in FIRST_ANSWERS and case.first_at is None:
        case = replace(case, first_at=now)
    if act in (Act.ASSIGN, Act.HAND_ON, Act.RETURN, Act.UNMERGE):
        return _waits(case, now, limit, calendar) if state in WAITING else case
    if act in TAKING and case.accepted_at is None:
        case = replace(
            case,
            accepted_at=now,
            accept_took=_seconds(case.filed_at, now, calendar, case.holds),
        )
    if act is Act.HOLD:
        return replace(case, holds=(*case.holds, (now, None)), phase_at=now)
    if act is Act.REOPEN:
        return _reopened(case, now, limit, calendar)
    if act in (Act.RESOLVE, Act.VERIFY):
        took = _seconds(case.filed_at, now, calendar, case.holds)
        return replace(
            case,
            phase_at=now,
            due_at=now + NO_REACTION,
            resolved_at=now,
            resolve_took=took,
            holds=_over(case.holds, now),
            alarms=0,
        )
    if act is Act.SUBMIT:
        case = replace(case, holds=_over(case.holds, now))
        return replace(
            case, phase_at=now, due_at=reach(now, limit.accept, calendar), alarms=0
        )
    if act in ENDING:
        return replace(
            case,
            due_at=None,
            closed_at=case.closed_at or now,
            alarms=0,
            holds=_over(case.holds, now),
        )
    return _at_work(was, case, act, now, limit, calendar)


def _waits(case: Case, now: datetime, limit: Limit, calendar: Calendar) -> Case:
    """Handing a case around does not move its answer: the new one must take it before that is
    due, if it can be.
    """
    due = reach(now, limit.accept, calendar)
    late = reach(now, limit.accept, calendar, share=LATE_SHARE)
    due = min(due, case.resolve_due if case.resolve_due > now else late)
    return replace(
        case, phase_at=now, accept_due=due, due_at=due, alarms=0, closed_at=None
    )


def _reopened(case: Case, now: datetime, limit: Limit, calendar: Calendar) -> Case:
    accept = reach(now, limit.accept, calendar, share=REOPENED_SHARE)
    resolve = reach(now, limit.resolve, calendar, share=REOPENED_SHARE)
    return replace(
        case,
        phase_at=now,
        due_at=accept,
        accept_due=accept,
        resolve_due=resolve,
        alarms=0,
        resolved_at=None,
        closed_at=None,
        reopened=case.reopened + 1,
        counts_from=now,
        extended_to=None,
        extension_to=None,
    )


def _at_work(
    was: Case, case: Case, act: Act, now: datetime, limit: Limit, calendar: Calendar
) -> Case:
    """The acts after which the same answer is still owed: its deadline is counted again where
    something changed it.
    """
    if act is Act.RESUME:
        case = replace(
            case,
            holds=_over(case.holds, now),
            extended_to=_moved_on(case, now, calendar),
        )
    if act is Act.APPROVE:
        case = replace(case, extended_to=case.extension_to, extension_to=None)
    if act in MOVING:
        case = counted_again(case, limit, calendar)
    due, start = running(case)
    if act in (Act.ACCEPT, Act.RESUME, Act.REDO, Act.DECIDE, Act.SPLIT) or (
        due,
        start,
    ) != running(was):
        if case.state in (State.HELD, State.VERIFYING):
            return case
        # A deadline that was counted again may lie before its phase began: then it runs from the
        # report.
        case = replace(
            case, due_at=due, phase_at=start if start < due else case.started_at
        )
        reached = alarms_reached(case, now, calendar)
        # A deadline that was moved has not been told of: only what went off before is behind us.
        return replace(
            case, alarms=min(was.alarms, reached) if act in MOVING else reached
        )
    return case


def counted_again(case: Case, limit: Limit, calendar: Calendar) -> Case:
    """The deadlines by this limit, from the filing (or the last reopening): never from now."""
    share = REOPENED_SHARE if case.reopened else 1.0
    resolve = reach(case.started_at, limit.resolve, calendar, case.holds, share)
    case = replace(
        case,
        resolve_due=max(resolve, case.extended_to) if case.extended_to else resolve,
    )
    first = (
        reach(case.started_at, limit.first, calendar, case.holds)
        if limit.first is not None
        else None
    )
    case = replace(case, first_due=first)
    if case.state in WAITING:
        case = replace(
            case,
            accept_due=reach(case.phase_at, limit.accept, calendar, case.holds, share),
        )
    return case


def running(case: Case) -> tuple[datetime, datetime]:
    """(due, start) of what is owed now: taking it, a first answer, or the answer."""
    if case.state in WAITING:
        return case.accept_due, case.phase_at
    if (
        case.first_due is not None
        and case.first_at is None
        and case.first_due < case.resolve_due
    ):
        return case.first_due, case.started_at
    return case.resolve_due, case.started_at


def _moved_on(case: Case, now: datetime, calendar: Calendar) -> datetime | None:
    """An extension that was allowed before a hold lasts as much longer as the hold took."""
    begin = case.holds[-1][0] if case.holds else now
    held = calendar.between(begin, now)
    return (
        calendar.add(case.extended_to, held)
        if case.extended_to is not None and held
        else case.extended_to
    )


def _over(holds: Holds, now: datetime) -> Holds:
    return tuple((begin, end or now) for begin, end in holds)


def _seconds(start: datetime, end: datetime, calendar: Calendar, holds: Holds) -> float:
    return spent(start, end, calendar, holds).total_seconds()


# --- alarms ---


def _span(case: Case, calendar: Calendar) -> timedelta:
    assert case.due_at is not None
    return spent(case.phase_at, case.due_at, calendar, case.holds)


def _period(case: Case, calendar: Calendar) -> timedelta:
    """After how much working time it alarms again: the phase's own length, but not without end
    in no time.
    """
    shortest = SHORTEST_URGENT if case.urgency is Urgency.URGENT else SHORTEST_PERIOD
    return max(_span(case, calendar), shortest)


def alarm_at(case: Case, n: int, calendar: Calendar = AROUND_THE_CLOCK) -> datetime:
    """When alarm `n` of the running phase goes off: 0 is yellow at 70 %, 1 red at 100 %, then
    each further period.
    """
    assert case.due_at is not None
    if n == 0:
        span = _span(case, calendar)
        return min(on(case.phase_at, span * YELLOW, calendar, case.holds), case.due_at)
    return (
        calendar.add(case.due_at, _period(case, calendar) * (n - 1))
        if n > 1
        else case.due_at
    )


def alarms_reached(
    case: Case, now: datetime, calendar: Calendar = AROUND_THE_CLOCK
) -> int:
    """How many alarms of the running phase are behind us at `now`; 0 where the case does not
    alarm.
    """
    if (
        not case.open
        or case.state is State.HELD
        or case.due_at is None
        or now < alarm_at(case, 0, calendar)
    ):
        return 0
    if now < case.due_at:
        return 1
    period = _period(case, calendar)
    return 2 + int(calendar.between(case.due_at, now) / period)


def next_time(case: Case, calendar: Calendar = AROUND_THE_CLOCK) -> datetime | None:
    """When this case next needs a look by itself: its next alarm, its waking up, or the end of
    the feedback window.
    """
    if case.ended or case.due_at is None:
        return None
    return (
        alarm_at(case, case.alarms, calendar)
        if case.open and case.state is not State.HELD
        else case.due_at
    )
