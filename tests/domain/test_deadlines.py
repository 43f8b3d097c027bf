"""Deadlines, alarms, quiet hours, retries: what holds for every moment, and some moments by
hand.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain import alarms, phases, retry
from domain.acts import Act
from domain.alarms import alarm_at, alarms_reached, next_time
from domain.case import Case
from domain.deadlines import limits
from domain.kinds import Urgency
from domain.moves import MOVES, move
from domain.phases import NO_REACTION
from domain.policies import DEFAULT_POLICY
from domain.quiet import NIGHT, RIDER, Windows, next_local, quiet_until
from domain.states import OPEN, State
from tests.domain.test_case import CASE, NOW
from tests.matrix import each

SHANGHAI = ZoneInfo("Asia/Shanghai")
DAY = timedelta(days=1)
moments = st.datetimes(
    datetime(2025, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)
)
spans = st.timedeltas(timedelta(minutes=1), timedelta(days=20))


def open_case(start: datetime, span: timedelta, state: State = State.ASSIGNED) -> Case:
    return replace(CASE, state=state, phase_at=start, due_at=start + span)


# --- alarms ---


@given(moments, spans, st.integers(0, 50))
def test_alarm_n_plus_1_is_after_alarm_n(
    start: datetime, span: timedelta, n: int
) -> None:
    case = open_case(start, span)
    assert alarm_at(case, n) < alarm_at(case, n + 1)


@given(moments, spans, spans, spans)
def test_alarms_reached_never_goes_back(
    start: datetime, span: timedelta, a: timedelta, b: timedelta
) -> None:
    case = open_case(start, span)
    assert alarms_reached(case, start + min(a, b)) <= alarms_reached(
        case, start + max(a, b)
    )


@given(moments, spans, spans, st.sampled_from(OPEN))
def test_after_the_reached_alarms_the_next_time_lies_ahead(
    start: datetime, span: timedelta, passed: timedelta, state: State
) -> None:
    case, now = open_case(start, span, state), start + passed
    then = next_time(replace(case, alarms=alarms_reached(case, now)))
    assert then is not None
    assert then == case.due_at if state is State.HELD else then > now


@given(moments, spans, spans)
def test_exactly_the_alarms_behind_us_are_reached(
    start: datetime, span: timedelta, passed: timedelta
) -> None:
    assume(span >= alarms.SHORTEST_PERIOD)
    case, now = open_case(start, span), start + passed
    reached = alarms_reached(case, now)
    assert alarm_at(case, reached) > now
    assert reached == 0 or alarm_at(case, reached - 1) <= now


@pytest.mark.parametrize(
    ("hours", "reached"),
    [(0, 0), (16.7, 0), (16.8, 1), (23.9, 1), (24, 2), (47, 2), (48, 3), (72, 4)],
)
def test_yellow_at_70_percent_red_at_100_then_each_further_period(
    hours: float, reached: int
) -> None:
    assert alarms_reached(open_case(NOW, DAY), NOW + timedelta(hours=hours)) == reached


@each("state", [State.HELD, *(state for state in State if state not in OPEN)])
def test_a_case_that_is_not_open_or_on_hold_does_not_alarm(state: State) -> None:
    assert alarms_reached(replace(open_case(NOW, DAY), state=state), NOW + 9 * DAY) == 0


def test_an_ended_case_has_no_next_time_and_a_solved_one_its_feedback_window() -> None:
    assert next_time(replace(CASE, state=State.CLOSED)) is None
    solved = phases.after(CASE, Act.RESOLVE, State.RESOLVED, NOW, DEFAULT_POLICY)
    assert next_time(solved) == NOW + NO_REACTION


# --- what acts do to the clock ---


def test_the_default_limits_are_those_of_the_rules() -> None:
    hours = {
        urgency: (limit.accept / timedelta(hours=1), limit.resolve / DAY)
        for urgency, limit in DEFAULT_POLICY.items()
    }
    assert hours[Urgency.URGENT] == (1, 2 / 24)
    assert hours[Urgency.UTILITY] == (2, 1)
    assert hours[Urgency.GENERAL] == (24, 7)
    assert hours[Urgency.COMPLEX] == (24, 15)


def test_whoever_takes_a_case_gets_the_answers_deadline() -> None:
    taken = phases.after(
        CASE, Act.ACCEPT, State.IN_PROGRESS, NOW + timedelta(hours=3), DEFAULT_POLICY
    )
    assert taken.due_at == CASE.resolve_due
    assert taken.accepted_at == NOW + timedelta(hours=3)
    assert taken.alarms == 0


def test_a_late_taker_is_not_reminded_of_alarms_that_are_behind() -> None:
    taken = phases.after(
        CASE, Act.ACCEPT, State.IN_PROGRESS, NOW + 6 * DAY, DEFAULT_POLICY
    )
    assert taken.alarms == 1
    then = next_time(taken)
    assert then is not None and then > NOW + 6 * DAY


@each("act", (Act.HAND_ON, Act.RETURN))
@each("urgency", Urgency)
def test_passing_a_case_on_never_moves_the_next_look_past_the_answers_deadline(
    act: Act, urgency: Urgency
) -> None:
    accept, resolve = limits(DEFAULT_POLICY, urgency, NOW)
    case = replace(
        CASE,
        urgency=urgency,
        accept_due=accept,
        resolve_due=resolve,
        state=State.IN_PROGRESS,
        due_at=resolve,
    )
    late = resolve - (resolve - NOW) / 10
    moved = phases.after(case, act, move(case.state, act), late, DEFAULT_POLICY)
    assert moved.due_at is not None and moved.due_at <= resolve


def test_not_solved_halves_the_time() -> None:
    solved = phases.after(CASE, Act.RESOLVE, State.RESOLVED, NOW, DEFAULT_POLICY)
    again = phases.after(solved, Act.REOPEN, State.REOPENED, NOW, DEFAULT_POLICY)
    assert again.due_at == NOW + timedelta(hours=12)
    assert again.resolve_due == NOW + timedelta(days=3.5)
    assert (again.reopened, again.resolved_at, again.closed_at) == (1, None, None)


@each("act", (Act.NOTE, Act.ADD, Act.ANSWER, Act.RATE))
def test_a_word_on_a_closed_case_does_not_move_its_closing_time(act: Act) -> None:
    closed = phases.after(
        replace(CASE, state=State.RESOLVED),
        Act.CONFIRM,
        State.CLOSED,
        NOW,
        DEFAULT_POLICY,
    )
    later = phases.after(
        closed, act, move(State.CLOSED, act), NOW + 40 * DAY, DEFAULT_POLICY
    )
    assert later.closed_at == NOW


@each(
    "act",
    (Act.NOTE, Act.ADD, Act.ANSWER, Act.JOIN, Act.LINK, Act.SUPERVISE, Act.ESCALATE),
)
@each("state", OPEN)
def test_a_word_on_an_open_case_moves_no_deadline(state: State, act: Act) -> None:
    case = replace(CASE, state=state, alarms=1)
    assert phases.after(case, act, move(state, act), NOW + DAY, DEFAULT_POLICY) == case


@each("act", (Act.ASK, Act.TELL))
@each("state", OPEN)
def test_the_first_word_to_the_filer_is_the_first_answer_and_moves_no_deadline(
    state: State, act: Act
) -> None:
    case = replace(CASE, state=state, alarms=1)
    first = phases.after(case, act, move(state, act), NOW + DAY, DEFAULT_POLICY)
    assert first == replace(case, first_at=NOW + DAY)
    assert (
        phases.after(first, act, move(state, act), NOW + 2 * DAY, DEFAULT_POLICY)
        == first
    )


@each("act", (Act.RESOLVE, Act.SUBMIT, Act.REJECT))
def test_an_answer_is_a_first_answer_too(act: Act) -> None:
    answered = phases.after(CASE, act, move(CASE.state, act), NOW + DAY, DEFAULT_POLICY)
    assert answered.first_at == NOW + DAY


@each(
    "act", sorted(set(Act) - {Act.ASK, Act.TELL, Act.RESOLVE, Act.SUBMIT, Act.REJECT})
)
def test_no_other_act_answers_the_filer(act: Act) -> None:
    for state in State:
        if (state, act) in MOVES:
            case = replace(CASE, state=state)
            assert (
                phases.after(
                    case, act, move(state, act), NOW + DAY, DEFAULT_POLICY
                ).first_at
                is None
            )


@given(
    st.lists(
        st.tuples(st.sampled_from(Act), st.timedeltas(timedelta(0), 3 * DAY)),
        max_size=12,
    ),
    st.sampled_from(Urgency),
)
def test_whatever_is_done_every_case_that_has_not_ended_has_a_next_time(
    acts: list[tuple[Act, timedelta]], urgency: Urgency
) -> None:
    now, case = NOW, replace(CASE, urgency=urgency)
    for act, wait in acts:
        now += wait
        if (case.state, act) not in MOVES:
            continue
        case = phases.after(case, act, move(case.state, act), now, DEFAULT_POLICY)
        assert (next_time(case) is None) is case.ended


# --- quiet hours ---


@pytest.mark.parametrize(
    ("local", "ends"),
    [
        ("2026-11-23 21:59", None),
        ("2026-11-23 22:00", "2026-11-24 08:00"),
        ("2026-11-23 23:59", "2026-11-24 08:00"),
        ("2026-11-24 00:00", "2026-11-24 08:00"),
        ("2026-11-24 07:59", "2026-11-24 08:00"),
        ("2026-11-24 08:00", None),
        ("2026-12-31 23:00", "2027-01-01 08:00"),
    ],
)
def test_the_night_goes_over_midnight(local: str, ends: str | None) -> None:
    at = datetime.fromisoformat(local).replace(tzinfo=SHANGHAI).astimezone(UTC)
    wanted = datetime.fromisoformat(ends).replace(tzinfo=SHANGHAI) if ends else None
    assert quiet_until(at, NIGHT, SHANGHAI) == wanted


@pytest.mark.parametrize(
    ("clock", "quiet"),
    [
        ("10:59", 0),
        ("11:00", 1),
        ("12:59", 1),
        ("13:00", 0),
        ("17:00", 1),
        ("19:29", 1),
        ("19:30", 0),
    ],
)
def test_riders_are_left_alone_in_the_meal_peaks(clock: str, quiet: int) -> None:
    at = datetime.fromisoformat(f"2026-11-23 {clock}").replace(tzinfo=SHANGHAI)
    assert (quiet_until(at, RIDER, SHANGHAI) is not None) is bool(quiet)


minutes = st.integers(0, 1439)


@given(moments, st.lists(st.tuples(minutes, minutes), max_size=4))
def test_quiet_ends_within_a_day_and_never_in_the_past(
    now: datetime, windows: list[tuple[int, int]]
) -> None:
    chosen: Windows = tuple(window for window in windows if window[0] != window[1])
    until = quiet_until(now, chosen, SHANGHAI)
    assert until is None or now < until <= now + DAY


def test_adjoining_windows_are_one_quiet_time() -> None:
    now = datetime(2026, 11, 23, 23, 0, tzinfo=SHANGHAI)
    until = quiet_until(now, ((22 * 60, 8 * 60), (8 * 60, 9 * 60)), SHANGHAI)
    assert until == datetime(2026, 11, 24, 9, 0, tzinfo=SHANGHAI)


@given(moments, minutes)
def test_the_next_local_time_is_ahead_by_at_most_a_day(
    now: datetime, minute: int
) -> None:
    then = next_local(now, minute, SHANGHAI)
    assert now < then <= now + DAY
    assert (
        then.astimezone(SHANGHAI).hour * 60 + then.astimezone(SHANGHAI).minute == minute
    )


# --- retry ---


def test_the_first_try_comes_after_a_second_and_waits_double_up_to_ten_minutes() -> (
    None
):
    waits = [(retry.again_at(NOW, n) - NOW).total_seconds() for n in range(12)]
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600]


@given(st.integers(0, 10_000))
def test_no_number_of_tries_is_too_many_to_count(tries: int) -> None:
    assert NOW < retry.again_at(NOW, tries) <= NOW + retry.LONGEST


def test_after_three_days_it_is_hopeless() -> None:
    over = NOW + 3 * DAY + timedelta(seconds=1)
    assert not retry.hopeless(NOW + 3 * DAY, NOW, 400)
    assert retry.hopeless(over, NOW, 400)


def test_a_clock_that_was_set_or_a_house_that_was_shut_makes_nothing_hopeless() -> None:
    assert not retry.hopeless(NOW + 3650 * DAY, NOW, retry.LEAST_TRIES - 1)
