"""What holds for every parser: it never raises, takes all or nothing, and knows its own output."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.values.clock import clock, minutes, show_clock
from domain.values.day import day, show_day
from domain.values.examples import EXAMPLES
from domain.values.hours import hours, several_hours, show_hours
from domain.values.moment import moment, show_moment
from domain.values.number import case_number
from domain.values.phone import phone
from domain.values.span import show_span, span
from domain.values.stars import show_stars, stars
from tests.domain.values.shown import show_minutes

steady = settings(deadline=None, derandomize=True)

NOW = datetime(2026, 11, 26, 6, 38, tzinfo=UTC)


@dataclass(frozen=True)
class Parser:
    read: Callable[[str], Any]
    show: Callable[[Any], str]


KINDS = {
    "clock": Parser(clock, show_clock),
    "minutes": Parser(minutes, show_minutes),
    "hours": Parser(hours, show_hours),
    "several_hours": Parser(
        several_hours, lambda spans: " ".join(map(show_hours, spans))
    ),
    "day": Parser(lambda text: day(text, NOW.date()), show_day),
    "span": Parser(span, show_span),
    "moment": Parser(
        lambda text: moment(text, NOW, UTC), lambda found: show_moment(found.at, UTC)
    ),
    "number": Parser(case_number, str),
    "number_of_year": Parser(lambda text: case_number(text, year=2026), str),
    "phone": Parser(phone, str),
    "stars": Parser(stars, show_stars),
}
ALPHABET = (
    "0123456789０９:：.-—~/+ '点時时半刻分零一二两三五十百年月日号周星期天"
    "今明后早晚上下午到个小hdwmaptyYhHqzxyXY#()转⭐☆"
)
WORDS = """
    明天 后天 下周一 周五 12-01 12月1日 1号 9点 九点半 下午 晚上 09:00 9 30 am pm
    至 到 - ~ 3d 2h 半 小时 天 后 tomorrow next friday dec 1st at in half an hour a and
    YH26 0042 138 1234 5678 0592 星 stars noon midnight
"""
PIECES = WORDS.split()
anything = (
    st.text(st.characters())
    | st.text(ALPHABET, max_size=12)
    | st.lists(st.sampled_from(PIECES), max_size=4).map("".join)
    | st.lists(st.sampled_from(PIECES), max_size=5).map(" ".join)
)
GARBAGE = ("?", "？", "吗", " 谢谢", "zz", "@", "!", "、", "好的", "<b>", " 张三")
kinds = pytest.mark.parametrize("kind", KINDS)


def said(kind: str) -> list[str]:
    """Texts that this kind of value is known to be typed as."""
    known = {"minutes": "clock", "several_hours": "hours", "number_of_year": "number"}
    return [
        text for texts in EXAMPLES[known.get(kind, kind)].values() for text in texts
    ]


@kinds
@steady
@given(text=anything)
def test_any_text_is_a_value_that_can_be_shown_or_none(kind: str, text: str) -> None:
    parser = KINDS[kind]
    found = parser.read(text)
    if found is None:
        return
    again = parser.read(parser.show(found))
    if kind == "moment":
        assert again.at.replace(second=0) == found.at.replace(second=0)
    else:
        assert again == found
    assert parser.show(again) == parser.show(found)


@kinds
@steady
@given(text=anything, garbage=st.sampled_from(GARBAGE))
def test_what_is_understood_is_not_understood_with_something_else_beside_it(
    kind: str, text: str, garbage: str
) -> None:
    parser = KINDS[kind]
    for value in (text, *said(kind)):
        if parser.read(value) is not None:
            assert parser.read(value + garbage) is None
            assert parser.read(garbage + value) is None


@kinds
def test_two_values_in_a_row_are_not_one(kind: str) -> None:
    parser = KINDS[kind]
    if kind != "several_hours":
        for text in said(kind):
            assert parser.read(f"{text} {text}") is None


@kinds
def test_a_very_long_text_is_no_value(kind: str) -> None:
    for text in (
        "9" * 100_000,
        "9点" * 50_000,
        "1天" * 50_000,
        " " * 100_000,
        "⭐" * 100_000,
    ):
        assert KINDS[kind].read(text) is None


@pytest.mark.parametrize("kind", EXAMPLES)
def test_every_example_in_a_refusal_is_understood(kind: str) -> None:
    assert set(EXAMPLES[kind]) == {"zh-CN", "en"}
    assert all(KINDS[kind].read(text) is not None for text in said(kind))


def test_every_kind_of_value_has_its_examples() -> None:
    assert set(EXAMPLES) == set(KINDS) - {"minutes", "several_hours", "number_of_year"}


@steady
@given(text=anything, today=st.dates())
def test_no_day_is_too_early_or_late_to_read_another(text: str, today: date) -> None:
    found = day(text, today)
    assert found is None or day(show_day(found), today) == found


edges = st.sampled_from((datetime.min, datetime.max, datetime(2026, 11, 26)))


@steady
@given(text=anything, now=edges)
def test_no_time_is_too_early_or_late_to_read_a_moment(
    text: str, now: datetime
) -> None:
    found = moment(text, now.replace(tzinfo=UTC), UTC, bare=timedelta(days=1))
    assert found is None or found.at.tzinfo is UTC
