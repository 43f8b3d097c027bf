"""Hours from–to, in Chinese and English."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.values.hours import hours, several_hours, show_hours

steady = settings(deadline=None, derandomize=True)

SPANS = {
    "08:00-18:00": "08:00-18:00",
    "09：00-18：00": "09:00-18:00",
    "9-18": "09:00-18:00",
    "9点到18点": "09:00-18:00",
    "22:00–8:00": "22:00-08:00",
    "上午9点至下午6点": "09:00-18:00",
    "9am-6pm": "09:00-18:00",
    "０９：００－１８：００": "09:00-18:00",
    "08:00—18:00": "08:00-18:00",
    "08:00——18:00": "08:00-18:00",
    "08:00～18:00": "08:00-18:00",
    "08:00~18:00": "08:00-18:00",
    "08:00 - 18:00": "08:00-18:00",
    "08:00至18:00": "08:00-18:00",
    "08:00 到 18:00": "08:00-18:00",
    "从8点到18点": "08:00-18:00",
    "from 9 to 18": "09:00-18:00",
    "9 to 18": "09:00-18:00",
    "9:00 until 17:30": "09:00-17:30",
    "8-24": "08:00-24:00",
    "00:00-24:00": "00:00-24:00",
    "0-24": "00:00-24:00",
    "22-6": "22:00-06:00",
    "09:00-05:00": "09:00-05:00",
    "10:00-06:00": "10:00-06:00",
    "9-17": "09:00-17:00",
    "between 10 pm and 7 am": "22:00-07:00",
    "九点到十八点": "09:00-18:00",
    "九点半到十二点一刻": "09:30-12:15",
    "早上8点到12点": "08:00-12:00",
    "下午2点到6点": "14:00-18:00",
    "下午两点半至五点": "14:30-17:00",
    "9点到下午6点": "09:00-18:00",
    "晚上8点到10点": "20:00-22:00",
    "晚上8点到12点": "20:00-24:00",
    "晚上10点到6点": "22:00-06:00",
    "晚上10点到早上6点": "22:00-06:00",
    "夜里11点到凌晨5点": "23:00-05:00",
    "9 am - 6 pm": "09:00-18:00",
    "9am to 6pm": "09:00-18:00",
    "2-6pm": "14:00-18:00",
    "9-6pm": "09:00-18:00",
    "8-11am": "08:00-11:00",
    "10pm-6am": "22:00-06:00",
    "noon-2pm": "12:00-14:00",
    "9:00-17": "09:00-17:00",
    "8.30-17.00": "08:30-17:00",
    "8h-18h": "08:00-18:00",
}
NO_SPANS = [
    "",
    "-",
    "9",
    "9-",
    "-18",
    "08:00",
    "08:00-18:00x",
    "08:00-18:00 12-16",
    "张三 08:00-18:00",
    "08:00-18:00-20:00",
    "8-12-16",
    "24:00-08:00",
    "25-26",
    "08:00-24:30",
    "08:00-08:00",
    "8-8",
    "上午9点到6点",
    "9-5",
    "9 to 5",
    "9点到5点",
    "from nine until six",
    "11-1",
    "下午1点到12点",
    "上午到下午",
    "8:00 18:00",
    "2026-12-01",
    "9点到",
    "8-18?",
]


@pytest.mark.parametrize(("typed", "expected"), SPANS.items())
def test_hours_are_understood(typed: str, expected: str) -> None:
    span = hours(typed)
    assert span is not None and show_hours(span) == expected


@pytest.mark.parametrize("typed", NO_SPANS)
def test_what_is_not_wholly_hours_is_none(typed: str) -> None:
    assert hours(typed) is None


def test_both_ends_alike_are_a_whole_day_only_where_the_door_says_so() -> None:
    assert hours("8:00-08:00", round_clock=True) == (480, 480)
    assert hours("24:00-24:00", round_clock=True) is None


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("22:00-8:00 12:00-13:00", ((1320, 480), (720, 780))),
        ("22:00 - 8:00 12:00 - 13:00", ((1320, 480), (720, 780))),
        ("9-12、14:00-17:30", ((540, 720), (840, 1050))),
        ("9-12，14-17", ((540, 720), (840, 1020))),
        ("上午9点到12点, 下午2点到5点", ((540, 720), (840, 1020))),
        ("9 am - 6 pm", ((540, 1080),)),
        ("9-12 x", None),
        ("9-12,", None),
        ("9-12 14", None),
        ("", None),
        (" ".join(["9-12"] * 25), None),
    ],
)
def test_several_spans_are_understood_all_or_none(
    typed: str, expected: tuple[tuple[int, int], ...] | None
) -> None:
    assert several_hours(typed) == expected


@steady
@given(st.integers(0, 1439), st.integers(0, 1440))
def test_what_is_shown_is_understood(start: int, end: int) -> None:
    shown = show_hours((start, end))
    assert hours(shown, round_clock=True) == (start, end)
    assert hours(shown) == ((start, end) if start != end else None)


@steady
@given(
    st.lists(
        st.tuples(st.integers(0, 1439), st.integers(0, 1440)), min_size=1, max_size=24
    )
)
def test_several_that_are_shown_are_understood(spans: list[tuple[int, int]]) -> None:
    kept = [span for span in spans if span[0] != span[1]]
    for between in (" ", "、", ", "):
        said = between.join(map(show_hours, kept))
        assert several_hours(said) == (tuple(kept) or None)
