"""An emergency goes out at once, with a place or without one."""

from tests.house import TestHouse


async def test_an_emergency_without_a_place_is_asked_for_it_but_goes_out_without_one(
    house: TestHouse,
) -> None:
    await house.rider.says("老人摔倒流血了")
    assert any("120" in shown.text for shown in house.rider.sees)
    assert "在哪儿" in house.rider.last.text
    await house.rider.says("跳过")
    await house.rider.presses("提交")
    assert "按最急的办" in house.rider.last.text


async def test_a_fire_told_in_the_middle_of_a_wish_is_no_wish(house: TestHouse) -> None:
    await house.rider.says("希望有个歇脚的地方")
    await house.rider.says("着火了，有人被困")
    await house.rider.sends_place("G01")
    assert "隐患" in house.rider.last.text and "按最急的办" in house.rider.last.text
