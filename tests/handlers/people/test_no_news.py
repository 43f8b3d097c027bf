"""Who wants no messages any more hears what can be turned off; who wants them does not."""

from __future__ import annotations

import pytest

from tests.house import TestHouse


@pytest.mark.parametrize(
    "said", ["别再给我发消息了", "退订", "unfollow", "stop send me message"]
)
async def test_what_can_be_turned_off_is_said(house: TestHouse, said: str) -> None:
    await house.rider.says(said)
    assert "/mute" in house.rider.last.text


@pytest.mark.parametrize(
    "said", ["通知我 好吗", "告诉我", "notify me please", "send me message"]
)
async def test_who_wants_to_hear_is_not_told_how_to_hear_nothing(
    house: TestHouse, said: str
) -> None:
    await house.rider.says(said)
    assert "/mute" not in "".join(shown.text for shown in house.rider.sees)
