"""The hours of a shift: a day and hours in either order, understood whole or refused."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.dialog.turn import Refused
from handlers.people.duty.shifts import shift

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # Monday, ten in the morning


def read(said: str) -> str:
    """'11-23 08:00 11-23 18:00', or the key of the refusal."""
    try:
        times = shift(said.split(), NOW, ZONE)
    except Refused as refused:
        return refused.key
    return " ".join(f"{at.astimezone(ZONE):%m-%d %H:%M}" for at in times)


@pytest.mark.parametrize(
    ("said", "meant"),
    (
        ("08:00-18:00", "11-23 08:00 11-23 18:00"),
        ("8-18", "11-23 08:00 11-23 18:00"),
        ("22:00-06:00", "11-23 22:00 11-24 06:00"),
        ("18:00-24:00", "11-23 18:00 11-24 00:00"),
        ("08:00-08:00", "11-23 08:00 11-24 08:00"),
        ("8-8", "11-23 08:00 11-24 08:00"),
        ("08:00-18:00 12-01", "12-01 08:00 12-01 18:00"),
        ("12-01 08:00-18:00", "12-01 08:00 12-01 18:00"),
        ("9-17 12-01", "12-01 09:00 12-01 17:00"),
        ("8:00至18:00 2026-12-01", "12-01 08:00 12-01 18:00"),
        ("8:00~18:00 12月1日", "12-01 08:00 12-01 18:00"),
        ("8:00–18:00 12.1", "12-01 08:00 12-01 18:00"),
        ("12-16", "11-23 12:00 11-23 16:00"),
    ),
)
def test_what_was_always_understood_means_the_same(said: str, meant: str) -> None:
    assert read(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    (
        ("09：00-18：00 12-16", "12-16 09:00 12-16 18:00"),
        ("０９:００-１８:００ 12－16", "12-16 09:00 12-16 18:00"),
        ("12-16 09：00-18：00", "12-16 09:00 12-16 18:00"),
        ("明天 上午9点到下午6点", "11-24 09:00 11-24 18:00"),
        ("9am to 6pm tomorrow", "11-24 09:00 11-24 18:00"),
        ("next monday 9am to 6pm", "11-30 09:00 11-30 18:00"),
        ("晚上10点到早上6点 周五", "11-27 22:00 11-28 06:00"),
        ("08:00-18:00 01-05", "01-05 08:00 01-05 18:00"),
    ),
)
def test_people_write_it_as_they_say_it(said: str, meant: str) -> None:
    assert read(said) == meant


@pytest.mark.parametrize(
    "said",
    (
        "",
        "明天",
        "08:00",
        "08:00-18:00 左右",
        "大概 08:00-18:00",
        "08:00-18:00 12-16 12-17",
        "08:00-12:00 14:00-18:00",
        "25:00-26:00",
        "08:00-18:00 13-45",
        "08:00-18:00 G01",
    ),
)
def test_what_is_not_understood_whole_is_refused(said: str) -> None:
    assert read(said) == "refuse-shift"


@pytest.mark.parametrize(
    "said",
    (
        "08:00-09:00",
        "08:00-18:00 11-22",
        "08:00-18:00 2025-12-01",
        "08:00-18:00 昨天",
        "08:00-18:00 11-01",
    ),
)
def test_a_shift_that_is_over_is_refused_and_not_put_a_year_later(said: str) -> None:
    assert read(said) == "refuse-shift-past"


def test_a_day_of_next_autumn_is_taken_where_its_year_is_named() -> None:
    assert read("08:00-18:00 2027-11-01") == "11-01 08:00 11-01 18:00"
