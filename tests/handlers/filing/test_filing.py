"""Filing: how little a rider has to do, and that nothing sent is lost."""

from tests.house import TestHouse


async def test_a_hazard_takes_three_inputs(house: TestHouse) -> None:
    await house.rider.sends_photo("路口地砖坏了")
    await house.rider.sends_place("G01")
    await house.rider.presses("提交")
    assert "YH26-0001" in house.rider.last.text
    assert "幸福路口网格" in house.rider.last.text
    assert "接单" in house.coordinator.last.labels


async def test_help_takes_two_inputs(house: TestHouse) -> None:
    await house.rider.says("钱包丢了，帮忙找找")
    await house.rider.presses("提交")
    assert "QZ26-0001" in house.rider.last.text


async def test_an_album_gets_one_answer(house: TestHouse) -> None:
    await house.rider.sends_photo("灯坏了", album="a")
    await house.rider.sends_photo(album="a")
    await house.rider.sends_photo(album="a")
    assert house.rider.sees == []
    await house.passes(seconds=2)
    assert len(house.rider.sees) == 1
    await house.rider.sends_place("G01")
    assert "3 张照片" in house.rider.last.text


async def test_the_same_event_twice_is_one(house: TestHouse) -> None:
    event = await house.rider.says("电动车爆胎了")
    await house.take(event)
    assert len(house.rider.sees) == 1


async def test_nine_photos_can_be_changed_for_others(house: TestHouse) -> None:
    for _ in range(9):
        await house.rider.sends_photo("地砖坏了")
    await house.rider.sends_place("G01")
    await house.rider.presses("改一改")
    await house.rider.presses("换照片")
    await house.rider.sends_photo()
    assert "1 张照片" in house.rider.last.text
