"""Working time: rules.md's vectors, what holds for every calendar, and a slow count that must
agree.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from domain.calendar import AROUND_THE_CLOCK, Calendar
from domain.periods import Periods, in_order
from domain.working_hours import WorkingHours

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
ZERO, MINUTE, HOUR, DAY = (
    timedelta(0),
    timedelta(minutes=1),
    timedelta(hours=1),
    timedelta(days=1),
)
NINE_TO_FIVE: Periods = ((9 * 60, 17 * 60),)
WITH_LUNCH: Periods = ((9 * 60, 12 * 60), (14 * 60, 17 * 60))
NATIONAL_DAY = {date(2026, 10, day): () for day in range(1, 8)} | {
    date(2026, 9, 20): NINE_TO_FIVE,
    date(2026, 10, 10): NINE_TO_FIVE,
}


def weekdays(periods: Periods, zone: ZoneInfo = SHANGHAI) -> WorkingHours:
    return WorkingHours(zone, (periods,) * 5 + ((), ()))


OFFICE = WorkingHours(SHANGHAI, (NINE_TO_FIVE,) * 5 + ((), ()), NATIONAL_DAY)
LUNCH = weekdays(WITH_LUNCH)


def at(local: str, zone: ZoneInfo = SHANGHAI) -> datetime:
    return datetime.fromisoformat(local).replace(tzinfo=zone).astimezone(UTC)


# --- the vectors of rules.md ---


@pytest.mark.parametrize(
    ("calendar", "start", "hours", "due"),
    [
        (OFFICE, "2026-11-27 16:30", 1, "2026-11-30 09:30"),  # a Friday
        (LUNCH, "2026-11-25 11:30", 1, "2026-11-25 14:30"),
        (OFFICE, "2026-11-28 13:00", 0, "2026-11-30 09:00"),  # filed on a Saturday
        (OFFICE, "2026-11-28 13:00", 1, "2026-11-30 10:00"),
        # exactly to the end of the day, not to the next
        (OFFICE, "2026-11-23 16:00", 1, "2026-11-23 17:00"),
        (LUNCH, "2026-11-23 11:00", 1, "2026-11-23 12:00"),
        (OFFICE, "2026-11-23 17:00", 0, "2026-11-24 09:00"),
        (OFFICE, "2026-11-23 08:00", 8, "2026-11-23 17:00"),
        (OFFICE, "2026-11-23 03:00", 40, "2026-11-27 17:00"),
        (OFFICE, "2026-09-30 16:00", 2, "2026-10-08 10:00"),  # over National Day
        (OFFICE, "2026-10-03 12:00", 0, "2026-10-08 09:00"),
        # Friday to the make-up Sunday
        (OFFICE, "2026-09-18 16:30", 1, "2026-09-20 09:30"),
        # Friday to the make-up Saturday
        (OFFICE, "2026-10-09 16:30", 1, "2026-10-10 09:30"),
        (OFFICE, "2026-10-10 16:30", 1, "2026-10-12 09:30"),
        (OFFICE, "2026-12-31 16:30", 1, "2027-01-01 09:30"),
    ],
)
def test_working_time_is_added_over_nights_lunch_weekends_and_holidays(
    calendar: WorkingHours, start: str, hours: int, due: str
) -> None:
    assert calendar.add(at(start), hours * HOUR) == at(due)
    assert calendar.between(at(start), at(due)) == hours * HOUR


def test_a_period_is_open_from_its_first_moment_to_just_before_its_end() -> None:
    clocks = ("08:59", "09:00", "11:59", "12:00", "13:59", "14:00", "16:59", "17:00")
    assert [is_open(LUNCH, at(f"2026-11-23 {clock}")) for clock in clocks] == [
        False,
        True,
        True,
        False,
    ] * 2
    assert not is_open(LUNCH, at("2026-11-28 10:00"))


def test_whole_days_become_working_days_and_hours_stay_hours() -> None:
    seven = weekdays(((9 * 60, 12 * 60), (14 * 60, 18 * 60)))
    assert seven.day == 7 * HOUR
    assert seven.span(DAY) == 7 * HOUR
    assert seven.span(4 * HOUR) == 4 * HOUR
    assert seven.span(7 * DAY) == 49 * HOUR
    assert seven.span(DAY + HOUR) == 8 * HOUR
    assert AROUND_THE_CLOCK.span(7 * DAY) == 7 * DAY


def test_five_working_days_from_monday_morning_end_on_friday_evening() -> None:
    assert LUNCH.add(at("2026-11-23 09:00"), LUNCH.span(5 * DAY)) == at(
        "2026-11-27 17:00"
    )


def test_the_longest_day_of_the_week_is_a_working_day() -> None:
    assert (
        WorkingHours(SHANGHAI, ((), *(NINE_TO_FIVE,) * 4, WITH_LUNCH, ())).day
        == 8 * HOUR
    )


def test_around_the_clock_every_moment_works() -> None:
    start, clock = at("2026-10-03 03:00"), AROUND_THE_CLOCK
    assert clock.day == DAY
    assert (clock.opens(start), clock.add(start, HOUR)) == (start, start + HOUR)
    assert (clock.between(start, start + HOUR), clock.between(start, start - HOUR)) == (
        HOUR,
        ZERO,
    )


# --- summer time ---


def test_a_night_is_an_hour_shorter_when_summer_time_begins_and_longer_when_it_ends() -> (
    None
):
    always = WorkingHours(BERLIN, (((0, 24 * 60),),) * 7)
    begins, ends = at("2026-03-29 00:00", BERLIN), at("2026-10-25 00:00", BERLIN)
    assert always.between(begins, at("2026-03-30 00:00", BERLIN)) == 23 * HOUR
    assert always.between(ends, at("2026-10-26 00:00", BERLIN)) == 25 * HOUR
    assert always.add(begins, 23 * HOUR) == at("2026-03-30 00:00", BERLIN)


def test_an_office_opens_at_nine_by_the_clock_on_the_wall_in_winter_and_summer() -> (
    None
):
    office = weekdays(NINE_TO_FIVE, BERLIN)
    friday = at("2026-03-27 16:00", BERLIN)
    assert (
        office.add(friday, 2 * HOUR)
        == at("2026-03-30 10:00", BERLIN)
        == datetime(2026, 3, 30, 8, tzinfo=UTC)
    )


def test_periods_that_the_skipped_hour_pushes_together_are_counted_once() -> None:
    nights = WorkingHours(BERLIN, (((60, 150), (180, 300)),) * 7)
    assert (
        nights.between(at("2026-03-29 00:00", BERLIN), at("2026-03-29 12:00", BERLIN))
        == 3 * HOUR
    )


# --- what holds for every calendar ---

# 02:30 is left out: where summer time begins or ends, the slow count below reads such a boundary in
# another way.
boundaries = st.sampled_from(
    [minute for minute in range(0, 24 * 60 + 1, 30) if minute != 150]
)


def pairs(points: list[int]) -> Periods:
    ordered = sorted(points)
    return tuple(zip(ordered[::2], ordered[1::2], strict=False))


day_periods = st.lists(boundaries, unique=True, max_size=6).map(pairs)
open_days = st.lists(boundaries, unique=True, min_size=2, max_size=6).map(pairs)
weeks = st.tuples(open_days, *[day_periods] * 6)
odd_days = st.dictionaries(
    st.dates(date(2026, 1, 1), date(2026, 12, 31)), day_periods, max_size=12
)
hours = st.builds(WorkingHours, st.sampled_from([SHANGHAI, BERLIN]), weeks, odd_days)
calendars = st.one_of(st.sampled_from([OFFICE, LUNCH, AROUND_THE_CLOCK]), hours)
moments = st.datetimes(
    datetime(2025, 12, 1), datetime(2027, 2, 1), timezones=st.just(UTC)
)
spans = st.timedeltas(ZERO, timedelta(days=10))
# a calendar of half an hour a week needs a table of many years, made once
unhurried = settings(deadline=None)


@unhurried
@given(calendars, moments, spans)
def test_adding_and_then_measuring_gives_the_span_back(
    calendar: Calendar, start: datetime, span: timedelta
) -> None:
    assert calendar.between(start, calendar.add(start, span)) == span


@unhurried
@given(calendars, moments, spans)
def test_the_end_is_never_before_the_start_nor_before_it_opens(
    calendar: Calendar, start: datetime, span: timedelta
) -> None:
    assert start <= calendar.opens(start) <= calendar.add(start, span)
    assert calendar.add(start, ZERO) == calendar.opens(start)


@unhurried
@given(calendars, moments, moments, spans, spans)
def test_later_starts_and_longer_spans_end_later(
    calendar: Calendar,
    one: datetime,
    other: datetime,
    short: timedelta,
    long: timedelta,
) -> None:
    assert calendar.add(min(one, other), short) <= calendar.add(max(one, other), short)
    assert calendar.add(one, min(short, long)) <= calendar.add(one, max(short, long))


@unhurried
@given(calendars, moments, spans, spans)
def test_two_spans_one_after_the_other_are_their_sum(
    calendar: Calendar, start: datetime, first: timedelta, second: timedelta
) -> None:
    assume(second)  # nothing added at closing time is the next opening
    assert calendar.add(calendar.add(start, first), second) == calendar.add(
        start, first + second
    )


@unhurried
@given(calendars, st.lists(moments, min_size=3, max_size=3))
def test_measuring_in_two_parts_gives_the_whole(
    calendar: Calendar, times: list[datetime]
) -> None:
    a, b, c = sorted(times)
    assert (
        calendar.between(a, b) + calendar.between(b, c)
        == calendar.between(a, c)
        <= c - a
    )
    assert a == c or calendar.between(c, a) == ZERO


@unhurried
@given(calendars, moments)
def test_it_opens_at_a_working_moment_with_no_working_time_before(
    calendar: Calendar, start: datetime
) -> None:
    opening = calendar.opens(start)
    assert calendar.opens(opening) == opening
    assert calendar.between(start, opening) == ZERO


def is_open(calendar: Calendar, moment: datetime) -> bool:
    return calendar.opens(moment) == moment


def works(calendar: WorkingHours, moment: datetime) -> bool:
    """By the clock on the wall, without any table."""
    local = moment.astimezone(calendar.zone)
    periods = calendar.days.get(local.date(), calendar.week[local.weekday()])
    return any(start <= local.hour * 60 + local.minute < end for start, end in periods)


def slowly(calendar: WorkingHours, start: datetime, end: datetime) -> timedelta:
    return (
        sum(works(calendar, start + n * MINUTE) for n in range((end - start) // MINUTE))
        * MINUTE
    )


changes = st.sampled_from(
    [datetime(2026, 3, 28, 20, tzinfo=UTC), datetime(2026, 10, 24, 20, tzinfo=UTC)]
)
minutes = st.integers(0, 1000)
whole_minutes = st.one_of(
    moments.map(lambda moment: moment.replace(second=0, microsecond=0)), changes
)


@settings(unhurried, max_examples=40)
@given(hours, whole_minutes, minutes, st.integers(0, 4000))
def test_counting_minute_by_minute_measures_the_same(
    calendar: WorkingHours, start: datetime, later: int, length: int
) -> None:
    start += later * MINUTE
    end = start + length * MINUTE
    assert calendar.between(start, end) == slowly(calendar, start, end)
    assert is_open(calendar, start) is works(calendar, start)


@settings(unhurried, max_examples=40)
@given(hours, whole_minutes, minutes, st.integers(1, 400))
def test_counting_minute_by_minute_ends_at_the_same_time(
    calendar: WorkingHours, start: datetime, later: int, length: int
) -> None:
    start += later * MINUTE
    end = calendar.add(start, length * MINUTE)
    assume(end - start < 30 * DAY)
    assert slowly(calendar, start, end) == length * MINUTE
    assert works(calendar, end - MINUTE)


@pytest.mark.parametrize("years", [*permutations((2019, 2026, 2031))])
def test_the_answer_does_not_depend_on_what_was_asked_before(
    years: tuple[int, ...],
) -> None:
    calendar, start = weekdays(WITH_LUNCH, BERLIN), at("2026-11-23 09:00", BERLIN)
    for year in years:
        assert is_open(calendar, at(f"{year}-06-05 10:00", BERLIN)) is (
            date(year, 6, 5).weekday() < 5
        )
    assert calendar.add(start, 300 * HOUR) == weekdays(WITH_LUNCH, BERLIN).add(
        start, 300 * HOUR
    )


# 14 h ahead, 12 h behind
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12"])
@pytest.mark.parametrize("hour", [-24, -14, -1, 0, 11, 24])
@pytest.mark.parametrize("before", [0, 366])
def test_new_year_is_not_missed_where_it_comes_earlier_or_later(
    zone: str, hour: int, before: int
) -> None:
    always = WorkingHours(ZoneInfo(zone), (((0, 24 * 60),),) * 7)
    moment = datetime(2027, 1, 1, tzinfo=UTC) + hour * HOUR
    assert is_open(always, moment - before * DAY)
    assert is_open(always, moment)
    assert (always.add(moment, HOUR), always.between(moment, moment + DAY)) == (
        moment + HOUR,
        DAY,
    )


# --- mistakes ---


@pytest.mark.parametrize("calendar", [OFFICE, AROUND_THE_CLOCK])
def test_time_is_not_added_backwards(calendar: Calendar) -> None:
    with pytest.raises(ValueError, match="cannot be added backwards"):
        calendar.add(at("2026-11-23 10:00"), -MINUTE)


@pytest.mark.parametrize(
    ("periods", "mistake"),
    [
        (((540, 720), (660, 1020)), "09:00-12:00 and 11:00-17:00 overlap"),
        (((1320, 1500),), "22:00-25:00 does not lie between 00:00 and 24:00"),
        (((-60, 60),), "does not lie between"),
        (
            ((1320, 360),),
            "22:00-06:00 does not end after it begins; a night is two periods",
        ),
        (((540, 540),), "does not end after it begins"),
    ],
)
def test_impossible_periods_are_refused_with_their_clock_times(
    periods: Periods, mistake: str
) -> None:
    with pytest.raises(ValueError, match=mistake):
        weekdays(periods)


def test_periods_are_put_in_order_and_may_touch() -> None:
    assert in_order([(720, 1020), (540, 720)]) == ((540, 720), (720, 1020))
    touching = weekdays(((540, 720), (720, 1020)))
    assert touching.add(at("2026-11-23 11:30"), HOUR) == at("2026-11-23 12:30")


def test_a_calendar_that_never_opens_is_refused() -> None:
    with pytest.raises(ValueError, match="never opens"):
        WorkingHours(SHANGHAI, ((),) * 7, {date(2026, 10, 10): NINE_TO_FIVE})


def test_a_week_has_seven_days() -> None:
    with pytest.raises(ValueError, match="7 days"):
        WorkingHours(SHANGHAI, (NINE_TO_FIVE,) * 5)


def test_a_span_of_centuries_is_an_error_and_not_an_endless_count() -> None:
    with pytest.raises(OverflowError, match="1971 to 2199"):
        weekdays(((540, 541),)).add(at("2026-11-23 10:00"), 365 * DAY)
