"""A span of days is what a calendar has; what no calendar has is none, and no fault either."""

from __future__ import annotations

from datetime import date

import pytest

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
