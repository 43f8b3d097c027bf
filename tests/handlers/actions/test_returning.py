"""Whoever blocked us and comes back hears how their cases stand."""

from __future__ import annotations

import pytest

from domain.messages import EventKind
from tests.house import TestHouse


@pytest.mark.parametrize("how", ["unblocks", "writes"])
async def test_a_rider_who_is_back_hears_what_was_done_meanwhile(
    house: TestHouse, how: str
) -> None:
    await house.files_hazard(house.rider, "路口地砖坏了", "G01")
    await house.rider.does(kind=EventKind.BLOCKED)
    await house.second_coordinator.says("/resolve YH26-0001 换了新砖")
    house.rider.hears()
    if how == "unblocks":
        await house.rider.does(kind=EventKind.UNBLOCKED)
    else:
        await house.rider.says("/start")
    heard = house.rider.hears()
    (told,) = [text for text in heard if "欢迎回来" in text]
    assert told is heard[0], "above the menu"
    assert "YH26-0001" in told and "路口地砖坏了" in told
    await house.rider.presses("YH26-0001")
    assert "换了新砖" in house.rider.last.text
    assert "已解决" in house.rider.last.labels
    await house.rider.says("/start")
    assert not any("欢迎回来" in text for text in house.rider.hears()), "once"


async def test_who_had_filed_nothing_is_greeted_as_always(house: TestHouse) -> None:
    await house.rider.says("/start")
    await house.rider.does(kind=EventKind.BLOCKED)
    house.rider.hears()
    await house.rider.does(kind=EventKind.UNBLOCKED)
    assert house.rider.hears() == []


async def test_a_coordinator_who_is_back_hears_what_is_in_hand(
    house: TestHouse,
) -> None:
    await house.files_hazard(house.rider, "路口地砖坏了", "G01")
    carer = house.second_coordinator
    await carer.presses("接单")
    await carer.does(kind=EventKind.BLOCKED)
    carer.hears()
    await carer.does(kind=EventKind.UNBLOCKED)
    (told,) = carer.hears()
    assert "欢迎回来" in told and "手上有 1 件" in told and "/mine" in told


async def test_an_emergency_comes_before_the_welcome(house: TestHouse) -> None:
    await house.files_hazard(house.rider, "路口地砖坏了", "G01")
    await house.rider.does(kind=EventKind.BLOCKED)
    house.rider.hears()
    await house.rider.says("有人掉河里了")
    told = house.rider.hears()
    assert "119" in told[0]
    assert "欢迎回来" in told[-1]
