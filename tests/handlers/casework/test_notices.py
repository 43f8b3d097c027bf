"""Who hears of what is done to a case."""

from tests.house import TestHouse


async def test_a_note_reaches_whoever_carries_the_case(house: TestHouse) -> None:
    await house.files_hazard()
    await house.second_coordinator.presses("接单")
    card = house.coordinator.last
    await house.coordinator.says("我看过了，明天清", reply_to=card)
    assert any(
        "我看过了，明天清" in shown.text for shown in house.second_coordinator.sees
    )
