"""A span of days is what a calendar has; what no calendar has is none, and no fault either."""

from __future__ import annotations

from datetime import date

import pytest

from domain.values.english_dates import in_figures
from domain.values.no_day import no_day
from domain.values.past_spans import named, within

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-13-45..2026-13-46",
        "2026-02-30..2026-03-31",
        "2026-03-31..2026-02-01",
        "13月1日到13月5日",
        "q9",
    ],
)
def test_what_no_calendar_has_names_no_days(typed: str) -> None:
    assert named(typed, TODAY) is None


def test_spans_parts_and_days_have_two_ends() -> None:
    assert named("2026-11-01..2026-11-15", TODAY) == (
        date(2026, 11, 1),
        date(2026, 11, 15),
    )
    assert within("11月1日到11月15日", TODAY) == (date(2026, 11, 1), date(2026, 11, 15))
    assert named("2026q3", TODAY) == (date(2026, 7, 1), date(2026, 9, 30))


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("2026-02-30 到 2026-03-40", "2026-02-30"),
        ("from 2026-11-01 to 2026-11-31", "2026-11-31"),
        ("2月30日收了多少", "2月30日"),
        ("2026年13月1日", "2026年13月1日"),
        ("2月29日", ""),
        ("2026-02-01 to 2026-03-01", ""),
        ("2026-11", ""),
        ("YH26-0001", ""),
    ],
)
def test_a_day_that_no_calendar_has_is_found_among_other_words(
    said: str, found: str
) -> None:
    assert no_day(said) == found


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("november 1 to november 15", (date(2026, 11, 1), date(2026, 11, 15))),
        ("from 1st to 15th of November", (date(2026, 11, 1), date(2026, 11, 15))),
        ("nov 1-15", (date(2026, 11, 1), date(2026, 11, 15))),
        ("dec 1, 2025 to jan 5, 2026", (date(2025, 12, 1), date(2026, 1, 5))),
        ("what i may do", None),
        ("2026-10", None),
    ],
)
def test_a_month_may_be_called_by_its_english_name(
    said: str, days: tuple[date, date] | None
) -> None:
    assert within(said, TODAY) == days


def test_a_month_alone_is_that_month() -> None:
    assert in_figures("register for october") == "register for 10月"
    assert in_figures("october 2026") == "2026-10"
    assert in_figures("march past the window 3") == "march past the window 3"
