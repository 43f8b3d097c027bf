"""The hours in which nothing is to be heard, said in a sentence."""

from __future__ import annotations

import pytest

from tests.house import TestHouse


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("晚上11点到早上6点别发消息给我", "23:00-06:00"),
        ("请别在２２：００－７：００打扰我", "22:00-07:00"),
        ("每天晚上十点到早上七点不要发通知", "22:00-07:00"),
        ("don't message me between 10 pm and 7 am", "22:00-07:00"),
        ("no notifications 10pm-7am", "22:00-07:00"),
    ],
)
async def test_hours_in_a_sentence_are_kept_and_said(
    house: TestHouse, said: str, told: str
) -> None:
    await house.rider.says(said)
    assert told in house.rider.last.text


@pytest.mark.parametrize(
    "said",
    [
        "楼下烧烤摊晚上11点到早上3点吵得要死，别推给别人",
        "9点到5点别发消息给我",
        "他们22:00-7:00不通知我就停水",
    ],
)
async def test_what_says_more_or_no_clear_hours_sets_none(
    house: TestHouse, said: str
) -> None:
    await house.rider.says(said)
    assert "不打扰你" not in "".join(shown.text for shown in house.rider.sees)
