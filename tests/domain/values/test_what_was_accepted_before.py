"""What the doors of release 0.2 took is taken by the common parsers too, and means the same."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from domain.values.clock import minutes
from domain.values.day import day
from domain.values.hours import hours
from domain.values.moment import moment
from domain.values.number import case_number
from domain.values.span import span

steady = settings(deadline=None, derandomize=True)

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 26, 6, 38, tzinfo=UTC)
TODAY = date(2026, 11, 26)

SPAN = r"(\d{1,3})\s*([dhw天时周]|小时|days?|hours?|weeks?)?"
DAY = r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?"
SHIFT = r"(\d{1,2})(?::(\d{2}))?[-–~至](\d{1,2})(?::(\d{2}))?"
CLOCK = r"([01]?\d|2[0-3]):([0-5]\d)"
QUIET = r"(\d{1,2})[:：]([0-5]\d)\s*[-–~－～至到]\s*(\d{1,2})[:：]([0-5]\d)"
RULE = rf"((?:{CLOCK}))\s*-\s*((?:{CLOCK}|24:00))"
ROSTER = r"(\d{4})[-/](\d?\d)[-/](\d?\d)[ T](\d?\d):(\d\d)(?::00)?"
NUMBER = r"(?:YH|QZ|XY|yh|qz|xy)\d{2}-(\d{4,7})(?:-(?:[1-9]|10))?"
UNITS = {"h": 1, "时": 1, "小": 1, "d": 24, "天": 24, "w": 168, "周": 168}

MONTH = "(?:0?[1-9]|1[0-2])"
NTH = r"(?:0?[1-9]|1\d|2[0-8])"
HOUR = r"(?:[01]?\d|2[0-3])"
SENSIBLE = {  # what of a wider pattern its door went on to accept
    DAY: rf"(?:(?:19|20)\d\d[-/.年])?{MONTH}[-/.月]{NTH}日?",
    SHIFT: rf"{HOUR}(?::[0-5]\d)?[-–~至](?:{HOUR}(?::[0-5]\d)?|24)",
    QUIET: rf"{HOUR}[:：][0-5]\d\s*[-–~－～至到]\s*(?:{HOUR}[:：][0-5]\d|24:00)",
    ROSTER: rf"(?:19|20)\d\d[-/]{MONTH}[-/]{NTH}[ T](?:{HOUR}:[0-5]\d|24:00)(?::00)?",
}


def typed(pattern: str) -> st.SearchStrategy[re.Match[str]]:
    """Texts that an old pattern took, with its groups."""
    compiled = re.compile(pattern, re.ASCII)
    sensible = re.compile(SENSIBLE.get(pattern, pattern), re.ASCII)

    def hit(text: str) -> re.Match[str]:
        found = compiled.fullmatch(text)
        assert found is not None
        return found

    return st.from_regex(sensible, fullmatch=True).map(hit)


def made(year: str | None, month: str, nth: str) -> date:
    found = date(int(year or TODAY.year), int(month), int(nth))
    return found if year or found >= TODAY else found.replace(year=found.year + 1)


@steady
@given(typed(SPAN))
def test_the_spans_of_holds(hit: re.Match[str]) -> None:
    counted = int(hit[1]) * UNITS[(hit[2] or "d")[:1]]
    expected = timedelta(hours=counted) if counted else None
    assert span(hit[0], bare=timedelta(days=1)) == expected


@steady
@given(typed(DAY))
def test_the_days_of_holds_shifts_and_leave(hit: re.Match[str]) -> None:
    assert day(hit[0], TODAY) == made(hit[1], hit[2], hit[3])


@steady
@given(typed(DAY))
def test_a_day_alone_is_nine_in_the_morning_of_it(hit: re.Match[str]) -> None:
    found = moment(hit[0], NOW, SHANGHAI)
    named = made(hit[1], hit[2], hit[3])
    assert found is not None
    assert found.at == datetime.combine(named, time(9), SHANGHAI).astimezone(UTC)


@steady
@given(typed(CLOCK))
def test_the_clock_of_the_digest(hit: re.Match[str]) -> None:
    assert minutes(hit[0]) == int(hit[1]) * 60 + int(hit[2])


@steady
@given(typed(SHIFT) | typed(QUIET))
def test_the_hours_of_shifts_and_of_the_night(hit: re.Match[str]) -> None:
    start = int(hit[1]) * 60 + int(hit[2] or 0)
    end = int(hit[3]) * 60 + int(hit[4] or 0)
    of_a_dial = 0 < end < start <= 720 and not re.search(r"[:：]|\b0", hit[0])
    assume(not of_a_dial)  # 9-5: of which half of the day, nobody said
    assert hours(hit[0], round_clock=True) == (start, end)


@steady
@given(typed(RULE))
def test_the_hours_of_rules(hit: re.Match[str]) -> None:
    start, end = minutes(hit[1]), minutes(hit[4])
    assert start is not None and end is not None
    assert hours(hit[0], round_clock=True) == (start, end)


@steady
@given(typed(ROSTER))
def test_the_times_of_rosters(hit: re.Match[str]) -> None:
    named = made(hit[1], hit[2], hit[3])
    hour, minute = int(hit[4]), int(hit[5])
    start = datetime.combine(named, time(hour % 24, minute), SHANGHAI)
    found = moment(hit[0], NOW, SHANGHAI)
    assert found is not None and found.exact
    assert found.at == (start + timedelta(days=hour // 24)).astimezone(UTC)


@steady
@given(typed(NUMBER))
def test_the_numbers_of_cases(hit: re.Match[str]) -> None:
    assert (case_number(hit[0]) is not None) == (int(hit[1]) > 0)
