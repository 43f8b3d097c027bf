"""Hours and weather are no place, and what is named after them is one."""

from __future__ import annotations

import pytest

from domain.places.at_times import LONGEST, tells_when
from domain.places.phrases import may_name

WHEN = (
    "晚上七点以后才黑",
    "早高峰的时候",
    "下雨天才这样",
    "早上六点到八点最堵",
    "每天晚上都这样",
    "after 7pm",
    "only at night",
    "between 7pm and 9pm",
    "when it rains",
)
PLACES = (
    "七点网吧",
    "下午茶餐厅",
    "星期天超市",
    "白天鹅宾馆",
    "night market",
    "monday cafe",
    "rainbow street",
)


@pytest.mark.parametrize("said", WHEN)
def test_when_it_is_so_is_no_place(said: str) -> None:
    assert tells_when(said)
    assert not may_name(said)


@pytest.mark.parametrize("said", PLACES)
def test_what_is_named_after_an_hour_is_a_place(said: str) -> None:
    assert not tells_when(said)
    assert may_name(said)


def test_what_is_long_tells_more_than_when() -> None:
    assert not tells_when("晚上" * LONGEST)


def test_a_telephone_number_is_no_place() -> None:
    assert not may_name("有事打 13800001111")
