"""Lengths of time, in Chinese and English."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.values.span import show_span, span

steady = settings(deadline=None, derandomize=True)

SPANS = {
    "3d": "3d",
    "3天": "3d",
    "三天": "3d",
    "2h": "2h",
    "2小时": "2h",
    "两个小时": "2h",
    "半小时": "30m",
    "30m": "30m",
    "30分钟": "30m",
    "1w": "7d",
    "一周": "7d",
    "两个星期": "14d",
    "1 month": "30d",
    "３天": "3d",
    "3 天": "3d",
    "3 D": "3d",
    "3时": "3h",
    "2周": "14d",
    "2个礼拜": "14d",
    "1个月": "30d",
    "半个月": "15d",
    "一个半月": "45d",
    "兩個小時": "2h",
    "两个钟头": "2h",
    "半个钟头": "30m",
    "一个半小时": "1h30m",
    "两天半": "2d12h",
    "半天": "12h",
    "1.5h": "1h30m",
    "1.5小时": "1h30m",
    "1天12小时": "1d12h",
    "一天零五分钟": "1d5m",
    "2天半小时": "2d30m",
    "1h30m": "1h30m",
    "1小时30分": "1h30m",
    "一刻钟": "15m",
    "三刻钟": "45m",
    "十五分": "15m",
    "365天": "365d",
    "3 days": "3d",
    "1 day": "1d",
    "a day": "1d",
    "two days": "2d",
    "2 days 12 hours": "2d12h",
    "2 days and 12 hours": "2d12h",
    "2 hrs": "2h",
    "30 mins": "30m",
    "half an hour": "30m",
    "half a day": "12h",
    "an hour and a half": "1h30m",
    "one and a half hours": "1h30m",
    "two weeks": "14d",
    "3天。": "3d",
}
NO_SPANS = [
    "",
    "3",
    "三",
    "d",
    "天",
    "0d",
    "0小时",
    "-3d",
    "3dx",
    "3d3d",
    "3h2d",
    "3天?",
    "3天吧",
    "x3d",
    "三五天",
    "几天",
    "3月",
    "3个天",
    "3日",
    "半半天",
    "半天半",
    "一个半小时半",
    "0.33h",
    "1.234d",
    "12345d",
    "3 d d",
    "3天又",
    "3天,",
    "3²天",
    "½h",
    "half",
    "and a half",
    "a",
    "days",
    "٣天",
    "3mo",
]


@pytest.mark.parametrize(("typed", "expected"), SPANS.items())
def test_a_length_of_time_is_understood(typed: str, expected: str) -> None:
    found = span(typed)
    assert found is not None and show_span(found) == expected


@pytest.mark.parametrize("typed", NO_SPANS)
def test_what_is_not_wholly_a_length_is_none(typed: str) -> None:
    assert span(typed) is None


@pytest.mark.parametrize(
    ("typed", "days"), [("3", 3), ("３", 3), ("三", 3), ("0.5", 0.5), ("半", 0.5)]
)
def test_a_number_alone_counts_in_the_unit_that_the_door_names(
    typed: str, days: float
) -> None:
    assert span(typed, bare=timedelta(days=1)) == timedelta(days=days)


def test_nothing_and_english_words_alone_are_no_length_at_any_door() -> None:
    assert [span(word, bare=timedelta(days=1)) for word in ("0", "a", "one", "")] == [
        None
    ] * 4


@steady
@given(st.timedeltas(timedelta(minutes=1), timedelta(days=9999)))
def test_what_is_shown_is_understood(length: timedelta) -> None:
    in_minutes = length - length % timedelta(minutes=1)
    assert span(show_span(in_minutes)) == in_minutes


def test_nothing_is_shown_as_nothing() -> None:
    assert show_span(timedelta()) == "0m"
