"""Times of day, in Chinese and English."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.values.clock import clock, minutes, show_clock
from domain.values.text import WRITTEN
from tests.domain.values.shown import show_minutes

steady = settings(deadline=None, derandomize=True)

TIMES = {
    "09:00": "09:00",
    "09：00": "09:00",
    "０９:００": "09:00",
    "9点": "09:00",
    "九点半": "09:30",
    "9点15": "09:15",
    "9点一刻": "09:15",
    "下午3点": "15:00",
    "晚上八点半": "20:30",
    "中午12点": "12:00",
    "9am": "09:00",
    "9:30 pm": "21:30",
    "21h": "21:00",
    "9.30": "09:30",
    "9:05": "09:05",
    "0:00": "00:00",
    "23:59": "23:59",
    "9 : 30": "09:30",
    "9： 30": "09:30",
    "8:00:00": "08:00",
    "9點": "09:00",
    "9点钟": "09:00",
    "9點鐘": "09:00",
    "9点整": "09:00",
    "9时": "09:00",
    "9时30分": "09:30",
    "九点十五分": "09:15",
    "九点零五": "09:05",
    "9点05": "09:05",
    "9点5分": "09:05",
    "九点五十": "09:50",
    "九点十分": "09:10",
    "九点十": "09:10",
    "9点三刻": "09:45",
    "9点两刻": "09:30",
    "十二点": "12:00",
    "二十三点": "23:00",
    "两点": "02:00",
    "零点": "00:00",
    "0点": "00:00",
    "早上8点": "08:00",
    "上午10:30": "10:30",
    "上午 10：30": "10:30",
    "凌晨2点": "02:00",
    "凌晨12点半": "00:30",
    "中午": "12:00",
    "中午1点": "13:00",
    "下午3:45": "15:45",
    "下午15点": "15:00",
    "傍晚6点": "18:00",
    "晚8点": "20:00",
    "晚上20:00": "20:00",
    "夜里11点": "23:00",
    "半夜2点": "02:00",
    "9 a.m.": "09:00",
    "9p.m.": "21:00",
    "12am": "00:00",
    "12pm": "12:00",
    "12:30am": "00:30",
    "9 o'clock": "09:00",
    "nine o'clock": "09:00",
    "half past nine": "09:30",
    "a quarter past 9": "09:15",
    "quarter to ten": "09:45",
    "noon": "12:00",
    "12 noon": "12:00",
    "midnight": "00:00",
    "at 9": "09:00",
    "at 9pm": "21:00",
    "3 in the afternoon": "15:00",
    "8 in the evening": "20:00",
    "2 at night": "02:00",
    "9h30": "09:30",
    "9点。": "09:00",
}
ENDS = ("24:00", "24点", "二十四点", "晚上12点", "半夜12点", "２４：００")
NO_TIMES = [
    "",
    "9",
    "25:00",
    "24:01",
    "9:60",
    "9:5",
    "9:300",
    "109:00",
    "09:00x",
    "x09:00",
    "09:00-18:00",
    "09:00 10:00",
    "9点五",
    "9点5",
    "9点多",
    "9点左右",
    "九点六十分",
    "上午15点",
    "上午12点",
    "晚上2点",
    "晚上12点半",
    "下午",
    "下午3",
    "下午3pm",
    "13pm",
    "0am",
    "half past",
    "half to nine",
    "half past thirteen",
    "明天9点",
    "9点吗",
    "9点?",
    "9²:00",
    "٩:٠٠",
    "-9:00",
    "9:00:30",
    "0900",
]


@pytest.mark.parametrize(("typed", "expected"), TIMES.items())
def test_a_time_of_day_is_understood(typed: str, expected: str) -> None:
    assert clock(typed) == time.fromisoformat(expected)


@pytest.mark.parametrize(
    "typed",
    [
        "早一点",
        "晚一点",
        "快一点",
        "再早一点",
        "早一点点",
        "早一點",
        "有一点",
        "差一点",
        "一点都不",
        "一点点",
    ],
)
def test_a_bit_is_no_hour(typed: str) -> None:
    assert minutes(typed) is None


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("一点", "01:00"),
        ("下午一点", "13:00"),
        ("早上一点", "01:00"),
        ("早1点", "01:00"),
        ("早八点", "08:00"),
    ],
)
def test_one_o_clock_is_an_hour(typed: str, expected: str) -> None:
    assert clock(typed) == time.fromisoformat(expected)


@pytest.mark.parametrize("typed", ENDS)
def test_the_end_of_the_day_is_an_end_only(typed: str) -> None:
    assert (minutes(typed), clock(typed)) == (1440, None)


@pytest.mark.parametrize("typed", NO_TIMES)
def test_what_is_not_wholly_a_time_is_none(typed: str) -> None:
    assert minutes(typed) is None


def test_a_number_alone_is_an_hour_only_where_the_door_says_so() -> None:
    assert (clock("9", bare=True), clock("9"), clock("25", bare=True)) == (
        time(9),
        None,
        None,
    )


@steady
@given(st.integers(0, 1440))
def test_what_is_shown_is_understood(minute: int) -> None:
    assert minutes(show_minutes(minute)) == minute


@steady
@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_a_shown_clock_is_understood(at: time) -> None:
    assert clock(show_clock(at)) == at


@steady
@given(st.integers(0, 23), st.integers(10, 59), st.data())
def test_chinese_and_figures_say_the_same_time(
    hour: int, minute: int, data: st.DataObject
) -> None:
    hours = data.draw(
        st.sampled_from([way for way, number in WRITTEN.items() if number == hour])
    )
    tens = data.draw(
        st.sampled_from([way for way, number in WRITTEN.items() if number == minute])
    )
    assert (
        minutes(f"{hours}点{tens}分")
        == minutes(f"{hour}:{minute}")
        == hour * 60 + minute
    )


@steady
@given(st.integers(1, 12), st.integers(0, 59))
def test_afternoon_is_twelve_hours_after_morning(hour: int, minute: int) -> None:
    said = f"{hour}:{minute:02d}"
    morning, afternoon = minutes(f"{said}am"), minutes(f"{said}pm")
    assert morning is not None and afternoon == morning + 720 == minutes(f"下午{said}")
