"""When a case is due and when it alarms: pure, from `now` and values. Spans are timedeltas, times aware UTC.

The default spans are those of facts/rules.md: Beijing DB11/T 2021-2022 for dispatch, its draft for answers.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.case import Act, Case, State, Urgency

YELLOW = 0.7
SHORTEST_PERIOD = timedelta(minutes=10)
NO_REACTION = timedelta(days=14)  # Signalen's feedback window
REOPENED_SHARE = 0.5
LATE_SHARE = 0.25  # of the time to accept, for a case that is handed on when its answer is due already
ENDING = (Act.CONFIRM, Act.CLOSE, Act.REJECT, Act.WITHDRAW)


@dataclass(frozen=True, slots=True)
class Limit:
    """How long a case of one urgency may wait for being accepted and for its answer."""

    accept: timedelta
    resolve: timedelta


Policy = dict[Urgency, Limit]

DEFAULT_POLICY: Policy = {
    Urgency.URGENT: Limit(timedelta(hours=1), timedelta(hours=2)),
    Urgency.UTILITY: Limit(timedelta(hours=2), timedelta(hours=24)),
    Urgency.GENERAL: Limit(timedelta(hours=24), timedelta(days=7)),
    Urgency.COMPLEX: Limit(timedelta(hours=24), timedelta(days=15)),
}


def add_time(start: datetime, span: timedelta, urgency: Urgency) -> datetime:
    """`start` plus `span` of service time. Every deadline comes from here: working-time calendars go here."""
    return start + span


def limits(policy: Policy, urgency: Urgency, filed_at: datetime) -> tuple[datetime, datetime]:
    """(accept due, resolve due) of a case filed at `filed_at`."""
    limit = policy[urgency]
    return add_time(filed_at, limit.accept, urgency), add_time(filed_at, limit.resolve, urgency)


def after(case: Case, act: Act, state: State, now: datetime, policy: Policy) -> Case:
    """The case in `state` after `act`, with the clock of its new phase. The one place that sets deadlines."""
    case = replace(case, state=state)
    limit = policy[case.urgency]
    if act in (Act.ASSIGN, Act.HAND_ON, Act.RETURN):
        # Handing a case around does not move its answer: the new one must take it before that is due, if it can be.
        due = add_time(now, limit.accept, case.urgency)
        due = min(due, case.resolve_due if case.resolve_due > now else now + limit.accept * LATE_SHARE)
        return replace(case, phase_at=now, accept_due=due, due_at=due, alarms=0)
    if act is Act.ACCEPT:
        start = case.resolve_due - limit.resolve * (REOPENED_SHARE if case.reopened else 1)
        case = replace(case, phase_at=start, due_at=case.resolve_due, accepted_at=case.accepted_at or now, alarms=0)
        return replace(case, alarms=alarms_reached(case, now))
    if act is Act.REOPEN:
        accept = add_time(now, limit.accept * REOPENED_SHARE, case.urgency)
        resolve = add_time(now, limit.resolve * REOPENED_SHARE, case.urgency)
        return replace(
            case, phase_at=now, due_at=accept, accept_due=accept, resolve_due=resolve, alarms=0, resolved_at=None,
            closed_at=None, reopened=case.reopened + 1,
        )  # fmt: skip
    if act is Act.RESOLVE:
        return replace(
            case, phase_at=now, due_at=now + NO_REACTION, resolved_at=now, accepted_at=case.accepted_at or now, alarms=0
        )
    if act in ENDING:
        return replace(case, due_at=None, closed_at=now, alarms=0)
    return case


def _period(case: Case) -> timedelta:
    assert case.due_at is not None
    return max(case.due_at - case.phase_at, SHORTEST_PERIOD)


def alarm_at(case: Case, n: int) -> datetime:
    """When alarm `n` of the running phase goes off: 0 is yellow at 70 %, 1 red at 100 %, then each further period."""
    assert case.due_at is not None
    if n == 0:
        return case.phase_at + (case.due_at - case.phase_at) * YELLOW
    return case.due_at + _period(case) * (n - 1)


def alarms_reached(case: Case, now: datetime) -> int:
    """How many alarms of the running phase are behind us at `now`; 0 where the case does not alarm."""
    if not case.open or case.due_at is None or now < alarm_at(case, 0):
        return 0
    if now < case.due_at:
        return 1
    return 2 + int((now - case.due_at) / _period(case))


def next_time(case: Case) -> datetime | None:
    """When this case next needs a look by itself: its next alarm, or the end of the feedback window."""
    if case.ended or case.due_at is None:
        return None
    return alarm_at(case, case.alarms) if case.open else case.due_at
