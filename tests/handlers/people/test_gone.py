"""Somebody blocks us or leaves while cases are in their hands."""

from __future__ import annotations

from domain.messages import EventKind
from tests.house import TestHouse


async def test_admins_hear_whose_cases_are_left_behind(house: TestHouse) -> None:
    await house.rider.says("路口地砖坏了，在幸福路口网格")
    await house.rider.presses("提交")
    carer = house.second_coordinator
    await carer.presses("接单")
    house.admin.hears()
    await carer.does(kind=EventKind.BLOCKED)
    told = [text for text in house.admin.hears() if "收不到消息了" in text]
    assert len(told) == 1 and "YH26-0001" in told[0] and "张强" in told[0]


async def test_of_who_carries_nothing_nobody_is_told(house: TestHouse) -> None:
    house.admin.hears()
    await house.coordinator.does(kind=EventKind.BLOCKED)
    assert not any("收不到消息了" in text for text in house.admin.hears())
