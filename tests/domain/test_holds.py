"""The clock of a case that waits, is put off, classed anew or extended: vectors by hand, and
what always holds.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain import phases
from domain.acts import Act
from domain.alarms import alarm_at, alarms_reached, next_time
from domain.calendar import AROUND_THE_CLOCK, Calendar
from domain.case import Case
from domain.deadlines import reach, spent
from domain.kinds import Urgency
from domain.moves import move
from domain.policies import Limit
from domain.states import State
from domain.working_hours import WorkingHours
from tests.domain.test_case import CASE

SHANGHAI = ZoneInfo("Asia/Shanghai")
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
NINE_TO_FIVE = ((9 * 60, 17 * 60),)
OFFICE = WorkingHours(SHANGHAI, (NINE_TO_FIVE,) * 5 + ((), ()))
CALENDARS: tuple[Calendar, ...] = (AROUND_THE_CLOCK, OFFICE)


def at(day: int, clock: str) -> datetime:
    """A moment of November 2026, on the wall in Shanghai; the 23rd is a Monday."""
    hours, minutes = map(int, clock.split(":"))
    return datetime(2026, 11, day, hours, minutes, tzinfo=SHANGHAI).astimezone(UTC)


def policy(**limits: Limit) -> dict[Urgency, Limit]:
    return {Urgency(name): limit for name, limit in limits.items()}


PLAIN = policy(
    general=Limit(24 * HOUR, 7 * DAY),
    urgent=Limit(HOUR, 2 * HOUR),
    utility=Limit(2 * HOUR, 24 * HOUR),
)
WORKING = policy(
    general=Limit(4 * HOUR, 20 * HOUR, working=True), urgent=Limit(HOUR, 2 * HOUR)
)


def at_work(filed: datetime, terms: dict[Urgency, Limit], calendar: Calendar) -> Case:
    """A general case, taken at the moment of its filing."""
    limit = terms[Urgency.GENERAL]
    case = replace(
        CASE,
        filed_at=filed,
        phase_at=filed,
        accept_due=reach(filed, limit.accept, calendar),
        due_at=reach(filed, limit.accept, calendar),
        resolve_due=reach(filed, limit.resolve, calendar),
        first_due=reach(filed, limit.first, calendar) if limit.first else None,
    )
    return do(case, Act.ACCEPT, filed, terms, calendar)


def do(
    case: Case,
    act: Act,
    now: datetime,
    terms: dict[Urgency, Limit],
    calendar: Calendar = AROUND_THE_CLOCK,
    **changed: object,
) -> Case:
    case = replace(case, **changed)  # type: ignore[arg-type]
    return phases.after(case, act, move(case.state, act), now, terms, calendar)


def held(
    case: Case,
    begin: datetime,
    end: datetime,
    terms: dict[Urgency, Limit],
    calendar: Calendar,
) -> Case:
    waiting = do(case, Act.HOLD, begin, terms, calendar, due_at=end)
    return do(waiting, Act.RESUME, end, terms, calendar)


# --- on hold ---


def test_round_the_clock_the_whole_hold_is_added() -> None:
    case = at_work(at(23, "10:00"), PLAIN, AROUND_THE_CLOCK)
    assert case.resolve_due == at(30, "10:00")
    # 54 h
    case = held(case, at(24, "12:00"), at(26, "18:00"), PLAIN, AROUND_THE_CLOCK)
    assert (case.state, case.due_at) == (State.IN_PROGRESS, at(30, "10:00") + 54 * HOUR)
    assert case.resolve_due == case.due_at


@pytest.mark.parametrize(
    ("begin", "end", "due"),
    [
        ((23, "10:00"), (23, "12:00"), (25, "15:00")),  # two hours
        # over the night: an hour, and an hour
        ((23, "16:00"), (24, "10:00"), (25, "15:00")),
        ((24, "08:00"), (24, "20:00"), (26, "13:00")),  # a whole day is eight hours
        # 12:00 was an hour before the end
        ((25, "12:00"), (30, "09:30"), (30, "10:30")),
        ((24, "18:00"), (25, "08:00"), (25, "13:00")),  # a night costs nothing
        ((27, "10:00"), (27, "11:00"), (25, "13:00")),  # too late to help
    ],
)
def test_in_working_hours_only_the_working_time_of_the_hold_is_added(
    begin: tuple[int, str], end: tuple[int, str], due: tuple[int, str]
) -> None:
    case = at_work(at(23, "09:00"), WORKING, OFFICE)
    # twenty hours: Monday, Tuesday and four more
    assert case.resolve_due == at(25, "13:00")
    assert held(case, at(*begin), at(*end), WORKING, OFFICE).due_at == at(*due)


def test_two_holds_are_both_added() -> None:
    case = at_work(at(23, "09:00"), WORKING, OFFICE)
    case = held(case, at(23, "10:00"), at(23, "11:00"), WORKING, OFFICE)
    case = held(case, at(24, "16:00"), at(25, "10:00"), WORKING, OFFICE)
    assert case.due_at == at(25, "16:00")


@pytest.mark.parametrize(
    "calendar", CALENDARS, ids=("round the clock", "working hours")
)
def test_time_on_hold_does_not_count_even_if_the_urgency_changes_meanwhile(
    calendar: Calendar,
) -> None:
    terms = {
        Urgency.GENERAL: Limit(4 * HOUR, 20 * HOUR),
        Urgency.UTILITY: Limit(HOUR, 6 * HOUR),
    }
    case = at_work(at(23, "10:00"), terms, calendar)
    waiting = do(
        case, Act.HOLD, at(23, "11:00"), terms, calendar, due_at=at(23, "15:00")
    )
    waiting = do(
        waiting,
        Act.RECLASSIFY,
        at(23, "12:00"),
        terms,
        calendar,
        urgency=Urgency.UTILITY,
    )
    assert (waiting.state, waiting.due_at) == (State.HELD, at(23, "15:00")), (
        "it wakes up when it was to"
    )
    again = do(waiting, Act.RESUME, at(23, "15:00"), terms, calendar)
    # Six hours from 10:00, and four that did not count.
    assert again.due_at == (
        at(23, "20:00") if calendar is AROUND_THE_CLOCK else at(24, "12:00")
    )


def test_a_case_on_hold_looks_only_at_its_day_to_wake_up() -> None:
    case = at_work(at(23, "10:00"), PLAIN, AROUND_THE_CLOCK)
    waiting = do(case, Act.HOLD, at(24, "10:00"), PLAIN, due_at=at(30, "09:00"))
    assert next_time(waiting) == at(30, "09:00")
    assert alarms_reached(waiting, at(30, "20:00")) == 0


@pytest.mark.parametrize("act", (Act.RESOLVE, Act.SUBMIT))
def test_an_answer_ends_the_hold(act: Act) -> None:
    case = at_work(at(23, "10:00"), PLAIN, AROUND_THE_CLOCK)
    waiting = do(case, Act.HOLD, at(24, "10:00"), PLAIN, due_at=at(30, "09:00"))
    assert do(waiting, act, at(25, "10:00"), PLAIN).holds == (
        (at(24, "10:00"), at(25, "10:00")),
    )


def test_what_a_hold_took_is_not_in_the_time_to_solve() -> None:
    case = at_work(at(23, "09:00"), WORKING, OFFICE)
    case = held(case, at(23, "10:00"), at(24, "10:00"), WORKING, OFFICE)
    solved = do(case, Act.RESOLVE, at(24, "12:00"), WORKING, OFFICE)
    assert solved.resolve_took == 3 * 3600


def test_a_case_that_was_on_hold_when_it_was_merged_does_not_hold_for_ever_once_unmerged() -> (
    None
):
    case = at_work(at(23, "10:00"), PLAIN, AROUND_THE_CLOCK)
    case = do(case, Act.HOLD, at(24, "10:00"), PLAIN, due_at=at(30, "09:00"))
    case = do(case, Act.MERGE, at(24, "11:00"), PLAIN)
    case = do(case, Act.UNMERGE, at(24, "12:00"), PLAIN)
    assert all(end is not None for _, end in case.holds)
    assert alarms_reached(case, at(24, "12:01")) == 0


moments = st.datetimes(
    datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)
)
waits = st.timedeltas(timedelta(0), 9 * DAY)
spans = st.timedeltas(timedelta(hours=1), 15 * DAY)
calendars = st.sampled_from(CALENDARS)


@settings(deadline=None)
@given(moments, spans, st.lists(st.tuples(waits, waits), max_size=3), calendars)
def test_whatever_was_on_hold_the_time_that_counts_is_the_limit(
    filed: datetime,
    span: timedelta,
    pauses: list[tuple[timedelta, timedelta]],
    calendar: Calendar,
) -> None:
    terms = {Urgency.GENERAL: Limit(span, span)}
    case, now = at_work(filed, terms, calendar), filed
    for work, pause in pauses:
        begin = now + work
        now = begin + pause
        case = held(case, begin, now, terms, calendar)
    assert spent(filed, case.resolve_due, calendar, case.holds) == calendar.span(span)


@settings(deadline=None)
@given(moments, spans, waits, waits, calendars)
def test_a_hold_moves_the_deadline_by_its_own_working_time(
    filed: datetime,
    span: timedelta,
    work: timedelta,
    pause: timedelta,
    calendar: Calendar,
) -> None:
    terms = {Urgency.GENERAL: Limit(span, span)}
    case = at_work(filed, terms, calendar)
    begin = filed + work
    later = held(case, begin, begin + pause, terms, calendar)
    expected = (
        calendar.between(begin, begin + pause)
        if begin < case.resolve_due
        else timedelta(0)
    )
    assert calendar.between(case.resolve_due, later.resolve_due) == expected
    assert expected or later.resolve_due == case.resolve_due


def test_a_weekend_on_hold_does_not_move_a_deadline_at_the_end_of_monday() -> None:
    terms = {Urgency.GENERAL: Limit(HOUR, 16 * HOUR)}
    case = at_work(at(27, "09:00"), terms, OFFICE)
    assert case.resolve_due == at(30, "17:00")
    assert held(case, at(28, "10:00"), at(29, "10:00"), terms, OFFICE).due_at == at(
        30, "17:00"
    )


@settings(deadline=None)
@given(moments, spans, spans, waits, waits, calendars)
def test_the_order_of_holding_and_classing_anew_does_not_matter(
    filed: datetime,
    span: timedelta,
    other: timedelta,
    work: timedelta,
    pause: timedelta,
    calendar: Calendar,
) -> None:
    terms = {Urgency.GENERAL: Limit(span, span), Urgency.UTILITY: Limit(other, other)}
    case, begin, end = (
        at_work(filed, terms, calendar),
        filed + work,
        filed + work + pause,
    )
    waiting = do(case, Act.HOLD, begin, terms, calendar, due_at=end)
    meanwhile = do(
        waiting, Act.RECLASSIFY, begin, terms, calendar, urgency=Urgency.UTILITY
    )
    meanwhile = do(meanwhile, Act.RESUME, end, terms, calendar)
    before = do(case, Act.RECLASSIFY, begin, terms, calendar, urgency=Urgency.UTILITY)
    after = do(
        held(case, begin, end, terms, calendar),
        Act.RECLASSIFY,
        end,
        terms,
        calendar,
        urgency=Urgency.UTILITY,
    )
    # only an alarm not yet told may still be to go
    for one in (meanwhile, held(before, begin, end, terms, calendar)):
        assert replace(
            one, alarms=after.alarms
        ) == after and one.alarms <= alarms_reached(one, end, calendar)


# --- extensions, first answers, reopening ---

DECEMBER = at(30, "10:00") + 5 * DAY


def extended() -> Case:
    case = at_work(at(23, "10:00"), PLAIN, AROUND_THE_CLOCK)
    asked = do(case, Act.EXTEND, at(24, "10:00"), PLAIN, extension_to=DECEMBER)
    assert asked.due_at == at(30, "10:00"), "asking alone moves nothing"
    return do(asked, Act.APPROVE, at(24, "11:00"), PLAIN)


def test_an_extension_counts_once_it_is_approved() -> None:
    case = extended()
    assert (case.due_at, case.resolve_due) == (DECEMBER, DECEMBER)
    assert (case.extended_to, case.extension_to) == (DECEMBER, None)


def test_an_approved_extension_stands_when_the_deadline_is_counted_again() -> None:
    urgent = do(
        extended(), Act.RECLASSIFY, at(24, "12:00"), PLAIN, urgency=Urgency.URGENT
    )
    assert urgent.due_at == DECEMBER


def test_a_hold_after_an_extension_does_not_count_either() -> None:
    case = held(extended(), at(25, "10:00"), at(25, "12:00"), PLAIN, AROUND_THE_CLOCK)
    assert case.due_at == DECEMBER + timedelta(hours=2)
    case = held(extended(), at(24, "12:00"), at(30, "12:00"), PLAIN, AROUND_THE_CLOCK)
    assert case.due_at == DECEMBER + 6 * DAY


def test_a_reopened_case_has_no_extension_left() -> None:
    solved = do(extended(), Act.RESOLVE, at(25, "10:00"), PLAIN)
    again = do(solved, Act.REOPEN, at(26, "10:00"), PLAIN)
    assert (again.extended_to, again.resolve_due) == (None, at(26, "10:00") + 3.5 * DAY)


FIRST = policy(
    general=Limit(4 * HOUR, 20 * HOUR, first=6 * HOUR), utility=Limit(HOUR, 6 * HOUR)
)


@pytest.mark.parametrize("act", (Act.ASK, Act.TELL))
def test_a_first_answer_is_owed_before_the_answer(act: Act) -> None:
    case = at_work(at(23, "10:00"), FIRST, OFFICE)
    assert (case.due_at, case.phase_at) == (at(23, "16:00"), at(23, "10:00"))
    assert alarm_at(case, 0, OFFICE) == at(23, "14:12")
    told = do(case, act, at(23, "15:00"), FIRST, OFFICE)
    assert (told.due_at, told.first_at, told.alarms) == (
        at(25, "14:00"),
        at(23, "15:00"),
        0,
    )
    assert do(told, act, at(24, "15:00"), FIRST, OFFICE).first_at == at(23, "15:00")


def test_the_first_answer_waits_as_long_as_the_case_was_on_hold() -> None:
    case = at_work(at(23, "10:00"), FIRST, OFFICE)
    assert held(case, at(23, "15:00"), at(24, "10:00"), FIRST, OFFICE).due_at == at(
        24, "11:00"
    )


def test_no_first_answer_is_owed_where_the_new_urgency_asks_for_none() -> None:
    case = at_work(at(23, "10:00"), FIRST, OFFICE)
    changed = do(
        case, Act.RECLASSIFY, at(23, "11:00"), FIRST, OFFICE, urgency=Urgency.UTILITY
    )
    assert (changed.first_due, changed.due_at) == (None, at(23, "16:00"))
    long = FIRST | {Urgency.UTILITY: Limit(HOUR, 40 * HOUR)}
    changed = do(
        case, Act.RECLASSIFY, at(23, "11:00"), long, OFFICE, urgency=Urgency.UTILITY
    )
    assert changed.due_at == changed.resolve_due


def test_not_solved_halves_the_working_time() -> None:
    case = do(
        at_work(at(23, "09:00"), WORKING, OFFICE),
        Act.RESOLVE,
        at(24, "10:00"),
        WORKING,
        OFFICE,
    )
    again = do(case, Act.REOPEN, at(26, "16:00"), WORKING, OFFICE)
    assert (again.due_at, again.accept_due, again.resolve_due) == (
        at(27, "10:00"),
        at(27, "10:00"),
        at(30, "10:00"),
    )
    taken = do(again, Act.ACCEPT, at(27, "09:00"), WORKING, OFFICE)
    urgent = do(
        taken, Act.RECLASSIFY, at(27, "09:30"), WORKING, OFFICE, urgency=Urgency.URGENT
    )
    assert urgent.due_at == at(26, "17:00"), "half of two hours from the reopening"


def test_what_was_on_hold_before_a_reopening_is_still_not_in_the_time_to_solve() -> (
    None
):
    case = at_work(at(23, "09:00"), WORKING, OFFICE)
    # eight hours
    case = held(case, at(23, "10:00"), at(24, "10:00"), WORKING, OFFICE)
    case = do(case, Act.RESOLVE, at(24, "12:00"), WORKING, OFFICE)
    case = do(case, Act.REOPEN, at(24, "13:00"), WORKING, OFFICE)
    case = do(case, Act.RESOLVE, at(24, "14:00"), WORKING, OFFICE)
    assert case.resolve_took == 5 * 3600


# --- yellow and red in working hours ---


@pytest.mark.parametrize(
    ("day", "clock", "reached"),
    [
        (24, "14:59", 0),
        (24, "15:00", 1),
        (25, "12:59", 1),
        (25, "13:00", 2),
        (27, "16:59", 2),
        (28, "12:00", 3),
    ],
)
def test_yellow_at_70_percent_of_the_working_time_and_red_at_its_end(
    day: int, clock: str, reached: int
) -> None:
    case = at_work(at(23, "09:00"), WORKING, OFFICE)  # twenty hours
    assert alarms_reached(case, at(day, clock), OFFICE) == reached
    alarms = [alarm_at(case, n, OFFICE) for n in range(3)]
    assert alarms == [at(24, "15:00"), at(25, "13:00"), at(27, "17:00")]


def test_time_on_hold_is_left_out_of_the_70_percent() -> None:
    case = held(
        at_work(at(23, "09:00"), WORKING, OFFICE),
        at(23, "10:00"),
        at(24, "10:00"),
        WORKING,
        OFFICE,
    )
    assert [alarm_at(case, n, OFFICE) for n in range(3)] == [
        at(25, "15:00"),
        at(26, "13:00"),
        at(30, "17:00"),
    ]


@given(
    late=st.timedeltas(MINUTE, 20 * DAY),
    held_for=st.timedeltas(MINUTE, 60 * DAY),
    later=st.timedeltas(MINUTE, 20 * DAY),
    terms=st.sampled_from(
        ((PLAIN, AROUND_THE_CLOCK), (PLAIN, OFFICE), (WORKING, OFFICE))
    ),
)
def test_a_hold_of_what_was_late_already_brings_no_alarm_nearer(
    late: timedelta,
    held_for: timedelta,
    later: timedelta,
    terms: tuple[dict[Urgency, Limit], Calendar],
) -> None:
    policy, calendar = terms
    case = at_work(at(23, "09:00"), policy, calendar)
    assert case.due_at is not None
    begin = case.due_at + late
    end = begin + held_for
    told = replace(case, alarms=alarms_reached(case, begin, calendar))
    woken = held(told, begin, end, policy, calendar)
    assert alarms_reached(woken, end, calendar) == told.alarms
    now = calendar.add(end, later)
    reached = alarms_reached(woken, now, calendar)
    assert alarm_at(woken, reached - 1, calendar) <= now
    assert alarm_at(woken, reached, calendar) > now
    until = calendar.between(end, now)
    period = calendar.between(case.phase_at, case.due_at)
    assert reached <= told.alarms + 1 + until // period


def test_what_waited_for_the_mornings_batch_is_not_in_the_time_to_take_it() -> None:
    morning = at(24, "09:00")
    case = at_work(at(23, "18:00"), PLAIN, AROUND_THE_CLOCK)
    waiting = replace(
        case, state=State.FILED, accepted_at=None, accept_took=None, counts_from=morning
    )
    taken = do(waiting, Act.ACCEPT, at(24, "10:30"), PLAIN)
    assert taken.accept_took == 1.5 * 3600
    solved = do(taken, Act.RESOLVE, at(24, "11:00"), PLAIN)
    assert solved.resolve_took == 2 * 3600
