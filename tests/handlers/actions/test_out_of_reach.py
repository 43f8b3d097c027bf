"""Who tells a rider something hears it where nobody there can be reached."""

from __future__ import annotations

from domain.messages import EventKind
from tests.house import TestHouse


async def test_words_for_somebody_who_shut_every_door_are_not_said_to_be_passed_on(
    house: TestHouse,
) -> None:
    carer = house.second_coordinator
    await house.files_hazard(house.rider, "路口地砖坏了", "G01")
    await carer.says("/tell YH26-0001 先围起来了")
    assert "已转给" in carer.last.text
    await house.rider.does(kind=EventKind.BLOCKED)
    for said in ("/tell YH26-0001 师傅在路上", "/ask YH26-0001 在哪一边？"):
        await carer.says(said)
        assert "收不到消息" in carer.last.text
        assert "已转给" not in carer.last.text
    # whoever waits with the rider hears it
    await house.second_rider.says("/start")
    await house.files_hazard(house.second_rider, "路口地砖坏了", "G01")
    await carer.says("/merge YH26-0002 YH26-0001")
    await carer.says("/tell YH26-0001 修好了一半")
    assert "已转给" in carer.last.text
