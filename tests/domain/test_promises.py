"""What may be expected once a promised time has passed: moments by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.acts import Act
from domain.kinds import Urgency
from domain.moves import move
from domain.phases import after
from domain.policies import DEFAULT_POLICY
from domain.promises import broken, expected, promised, told_last
from domain.states import WAITING, State
from domain.working_hours import WorkingHours
from tests.domain.a_case import A_CASE

SHANGHAI = ZoneInfo("Asia/Shanghai")
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
FILED = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
DUE = FILED + DAY
CASE = replace(
    A_CASE,
    category="utility",
    urgency=Urgency.UTILITY,
    filed_at=FILED,
    phase_at=FILED,
    due_at=DUE,
    accept_due=FILED + 2 * HOUR,
    resolve_due=DUE,
)


def test_until_its_time_what_was_promised_is_expected() -> None:
    assert expected(CASE, DUE - HOUR, SHANGHAI) == DUE
    assert not broken(CASE, DUE - HOUR)
    assert broken(CASE, DUE)


@pytest.mark.parametrize(
    ("late", "more"),
    ((0, 12), (1, 12), (11, 12), (12, 24), (23, 24), (24, 48), (48, 96), (95, 96)),
)
def test_each_new_expectation_is_twice_as_far_from_the_promise(
    late: int, more: int
) -> None:
    assert expected(CASE, DUE + late * HOUR, SHANGHAI) == DUE + more * HOUR


@pytest.mark.parametrize(
    ("due", "then"),
    ((16, 32), (17, 32), (10, 22), (11, 32), (20, 32), (21, 33)),
)
def test_it_lies_by_day_and_the_evening_ends_with_its_last_moment(
    due: int, then: int
) -> None:
    """Hours of Shanghai, on the day of the promise: twelve more, and 32 is eight the next day."""
    midnight = DUE - 10 * HOUR
    case = replace(CASE, filed_at=midnight + (due - 24) * HOUR)
    late = replace(case, resolve_due=midnight + due * HOUR)
    assert expected(late, late.resolve_due, SHANGHAI) == midnight + then * HOUR


def test_what_is_urgent_is_expected_by_night_too() -> None:
    night = replace(CASE, urgency=Urgency.URGENT, resolve_due=DUE + 12 * HOUR)
    until = expected(night, night.resolve_due, SHANGHAI)
    assert until == night.resolve_due + 18 * HOUR


def test_what_was_told_last_is_the_new_expectation_that_is_over_now() -> None:
    first = expected(CASE, DUE, SHANGHAI)
    assert told_last(CASE, DUE, SHANGHAI) == DUE
    assert told_last(CASE, first, SHANGHAI) == first
    assert told_last(CASE, first + HOUR, SHANGHAI) == DUE


def test_nobody_is_told_more_often_than_every_half_hour() -> None:
    short = replace(CASE, resolve_due=FILED + timedelta(minutes=10))
    assert expected(short, short.resolve_due, SHANGHAI) == FILED + timedelta(minutes=40)


def test_time_on_hold_is_no_part_of_it() -> None:
    begin = DUE + HOUR
    held = replace(CASE, holds=((begin, begin + DAY),))
    assert expected(held, DUE, SHANGHAI) == DUE + DAY + 12 * HOUR


def test_it_lies_in_working_hours_where_they_count() -> None:
    """Filed at ten, due at five: seven hours, of which half are worked the next morning."""
    office = WorkingHours(SHANGHAI, (((9 * 60, 17 * 60),),) * 7)
    short = replace(CASE, resolve_due=FILED + 7 * HOUR)
    until = expected(short, short.resolve_due, SHANGHAI, office)
    assert until == FILED + DAY + 2.5 * HOUR


@pytest.mark.parametrize(
    "state", (State.RESOLVED, State.CLOSED, State.REJECTED, State.MERGED)
)
def test_nothing_is_owed_any_more_for_what_is_answered(state: State) -> None:
    assert promised(replace(CASE, state=state)) is None


def test_of_a_part_nothing_was_promised() -> None:
    assert promised(replace(CASE, parent_id=7)) is None


@pytest.mark.parametrize("state", WAITING)
@pytest.mark.parametrize("act", (Act.HAND_ON, Act.RETURN))
def test_handing_around_what_nobody_took_keeps_its_clock(
    state: State, act: Act
) -> None:
    if act is Act.RETURN and state in (State.FILED, State.RETURNED):
        return
    waits = replace(CASE, state=state, due_at=CASE.accept_due, alarms=1)
    now = FILED + HOUR
    passed = after(waits, act, move(state, act), now, DEFAULT_POLICY)
    assert replace(passed, state=state) == waits


@pytest.mark.parametrize("act", (Act.HAND_ON, Act.RETURN))
def test_what_was_taken_waits_anew_for_the_next_one(act: Act) -> None:
    now = FILED + 5 * HOUR
    passed = after(CASE, act, move(CASE.state, act), now, DEFAULT_POLICY)
    assert passed.due_at == passed.accept_due == now + 2 * HOUR
    assert passed.resolve_due == DUE


def test_a_refusal_that_is_questioned_gets_half_the_time() -> None:
    refused = after(CASE, Act.REJECT, State.REJECTED, FILED + HOUR, DEFAULT_POLICY)
    now = FILED + 2 * DAY
    again = after(refused, Act.REOPEN, State.REOPENED, now, DEFAULT_POLICY)
    assert again.resolve_due == now + 12 * HOUR
    assert (again.closed_at, again.reopened) == (None, 1)
