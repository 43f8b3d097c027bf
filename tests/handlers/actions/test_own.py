"""What a filer does to their own case."""

from tests.house import TestHouse


async def test_pressing_solved_after_not_solved_says_what_is_going_on(
    house: TestHouse,
) -> None:
    await house.files_hazard()
    await house.second_coordinator.presses("接单")
    await house.second_coordinator.presses("办好了")
    await house.second_coordinator.says("换好了")
    resolved = house.rider.last
    await house.rider.presses("没解决")
    await house.rider.says("还是松")
    await house.rider.presses("已解决", on=resolved)
    assert "正在重办" in house.rider.toast
