"""When and how many, read off the words of an errand."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from domain.errand_words import at_in, wanted_in

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 23, 10, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("words", "at", "wanted"),
    [
        ("明天下午两点社区广场搬桌子 2人", "2026-11-24T14:00", 2),
        ("社区广场搬桌子，周六上午9点，三个人", "2026-11-28T09:00", 3),
        ("carry tables tomorrow at 2pm, two people", "2026-11-24T14:00", 2),
        ("明天搬桌子", "", 0),
        ("搬 2 张桌子", "", 0),
    ],
)
def test_the_moment_and_the_people_stand_anywhere(
    words: str, at: str, wanted: int
) -> None:
    found = at_in(words, NOW, ZONE)
    assert (found.strftime("%Y-%m-%dT%H:%M") if found else "") == at
    assert wanted_in(words) == wanted
