"""The clock of a case after an act: the one place that sets deadlines.

Handing on what was taken, holding, answering and ending each begin a phase of their own (PHASES).
After every other act the same is still owed, and its deadline is counted again where something
moved it: nobody gains time by handing around what nobody has taken.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from domain.act_clock import Clock
from domain.acts import FIRST_ANSWERS, Act
from domain.alarms import alarms_reached
from domain.calendar import AROUND_THE_CLOCK, Calendar
from domain.case import Case
from domain.deadlines import (
    REOPENED_SHARE,
    counted_again,
    over,
    resumed,
    running,
)
from domain.policies import Policy
from domain.states import WAITING, State

NO_REACTION = timedelta(days=14)  # Signalen's feedback window
# of the time to accept, for a case that is handed on when its answer is due already
LATE_SHARE = 0.25
HANDING = (Act.ASSIGN, Act.HAND_ON, Act.RETURN, Act.UNMERGE)
PASSING = (Act.HAND_ON, Act.RETURN)
ENDING = (Act.CONFIRM, Act.CLOSE, Act.REJECT, Act.WITHDRAW, Act.MERGE)
TAKING = (Act.ACCEPT, Act.SPLIT, Act.DELIBERATE, Act.RESOLVE, Act.SUBMIT, Act.VERIFY)
MOVING = (Act.RESUME, Act.RECLASSIFY, Act.APPROVE, Act.UNSEAL)
GOING_ON = (Act.ACCEPT, Act.RESUME, Act.REDO, Act.DECIDE, Act.SPLIT)


def after(
    case: Case,
    act: Act,
    state: State,
    now: datetime,
    policy: Policy,
    calendar: Calendar = AROUND_THE_CLOCK,
) -> Case:
    """The case in `state` after `act`, with the clock of its new phase."""
    clock = Clock(now, policy[case.urgency], calendar)
    moved = _noted(replace(case, state=state), act, clock)
    if act in PASSING and case.state in WAITING:
        return moved  # whoever it goes to, it has waited since then
    begins = PHASES.get(act)
    return begins(moved, clock) if begins else _goes_on(case, moved, act, clock)


def _noted(case: Case, act: Act, clock: Clock) -> Case:
    """When it was first answered and when it was taken: each is written down once."""
    if act in FIRST_ANSWERS and case.first_at is None:
        case = replace(case, first_at=clock.now)
    if act in TAKING and case.accepted_at is None:
        took = clock.took(case)
        case = replace(case, accepted_at=clock.now, accept_took=took)
    return case


def _waits(case: Case, clock: Clock) -> Case:
    """What was taken already waits again, for somebody else. That does not move its answer: the
    new one must take it before that is due, if it can be.
    """
    if case.state not in WAITING:
        return case
    due, late = clock.due(clock.limit.accept), clock.due(clock.limit.accept, LATE_SHARE)
    due = min(due, case.resolve_due if case.resolve_due > clock.now else late)
    return replace(
        case, phase_at=clock.now, accept_due=due, due_at=due, alarms=0, closed_at=None
    )


def _held(case: Case, clock: Clock) -> Case:
    holds = (*case.holds, (clock.now, None))
    return replace(case, holds=holds, phase_at=clock.now)


def _submitted(case: Case, clock: Clock) -> Case:
    """Whoever looks at it has as long as for taking a case."""
    due, holds = clock.due(clock.limit.accept), over(case.holds, clock.now)
    return replace(case, phase_at=clock.now, due_at=due, alarms=0, holds=holds)


def _resolved(case: Case, clock: Clock) -> Case:
    return replace(
        case,
        phase_at=clock.now,
        due_at=clock.now + NO_REACTION,
        resolved_at=clock.now,
        resolve_took=clock.took(case),
        holds=over(case.holds, clock.now),
        alarms=0,
    )


def _ended(case: Case, clock: Clock) -> Case:
    closed, holds = case.closed_at or clock.now, over(case.holds, clock.now)
    return replace(case, due_at=None, closed_at=closed, alarms=0, holds=holds)


def _reopened(case: Case, clock: Clock) -> Case:
    accept = clock.due(clock.limit.accept, REOPENED_SHARE)
    return replace(
        case,
        phase_at=clock.now,
        due_at=accept,
        accept_due=accept,
        resolve_due=clock.due(clock.limit.resolve, REOPENED_SHARE),
        alarms=0,
        resolved_at=None,
        closed_at=None,
        reopened=case.reopened + 1,
        counts_from=clock.now,
        extended_to=None,
        extension_to=None,
    )


PHASES: dict[Act, Callable[[Case, Clock], Case]] = {
    **dict.fromkeys(HANDING, _waits),
    Act.HOLD: _held,
    Act.SUBMIT: _submitted,
    Act.RESOLVE: _resolved,
    Act.VERIFY: _resolved,
    Act.REOPEN: _reopened,
    **dict.fromkeys(ENDING, _ended),
}


def _goes_on(was: Case, case: Case, act: Act, clock: Clock) -> Case:
    """The same answer is still owed: its deadline runs on, or anew where something changed it."""
    case = _moved(case, act, clock) if act in MOVING else case
    due, start = running(case)
    anew = act in GOING_ON or (due, start) != running(was)
    if not anew or case.state in (State.HELD, State.VERIFYING):
        return case
    # One that was counted again may lie before its phase began: then it runs from the report.
    phase_at = start if start < due else case.started_at
    case = replace(case, due_at=due, phase_at=phase_at)
    reached = alarms_reached(case, clock.now, clock.calendar)
    # A deadline that was moved has not been told of: only what went off before is behind us.
    alarms = min(was.alarms, reached) if act in MOVING else reached
    return replace(case, alarms=alarms)


def _moved(case: Case, act: Act, clock: Clock) -> Case:
    """The case with what moves its deadlines: a hold that is over, more time, another limit."""
    if act is Act.RESUME:
        case = resumed(case, clock.now, clock.calendar)
    if act is Act.APPROVE:
        case = replace(case, extended_to=case.extension_to, extension_to=None)
    return counted_again(case, clock.limit, clock.calendar)
