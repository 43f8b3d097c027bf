"""A case is found by what is left of its number, among those that one may see."""

from __future__ import annotations

import pytest

from handlers.texts.sentences import label
from tests.house import TestHouse


@pytest.mark.parametrize(
    "typed", ("1", "#1", "yh1", "YH 1", "YH 26 1", "26-1", "０００１")
)
async def test_the_prefix_the_year_and_noughts_may_be_left_out(
    house: TestHouse, typed: str
) -> None:
    number = await house.files_hazard()
    await house.coordinator.says(f"/case {typed}")
    assert number in house.coordinator.last.text
    await house.coordinator.says(f"/note {typed} 明天去看")
    assert label("zh-CN", "done-note", number=number) in house.coordinator.last.text


async def test_nobody_finds_so_what_is_not_theirs(house: TestHouse) -> None:
    await house.files_hazard()
    told = {house.far_coordinator: "case-none-staff", house.second_rider: "case-none"}
    for actor, key in told.items():
        await actor.says("/case 1")
        assert actor.last.text == label("zh-CN", key, number="1")


async def two_with_one_serial(house: TestHouse) -> None:
    await house.files_hazard()
    await house.rider.says("电动车没电了，在幸福路口，帮我推一下")
    await house.rider.presses("提交")


@pytest.mark.parametrize("typed", ("/case 1", "0001", "看看 1"))
async def test_of_two_with_one_number_it_is_asked(house: TestHouse, typed: str) -> None:
    await two_with_one_serial(house)
    await house.coordinator.says(typed)
    shown = house.coordinator.last
    assert shown.text == label("zh-CN", "which-case")
    assert [one[:12] for one in shown.labels] == ["1. YH26-0001", "2. QZ26-0001"]
    await house.coordinator.says("2")
    assert "QZ26-0001 · 车辆故障" in house.coordinator.last.text


async def test_what_was_said_behind_the_command_goes_along(house: TestHouse) -> None:
    await two_with_one_serial(house)
    await house.coordinator.says("/note 1 明天去看")
    await house.coordinator.says("2")
    done = label("zh-CN", "done-note", number="QZ26-0001")
    assert done in house.coordinator.last.text


async def test_what_was_opened_is_the_one_meant_though_it_was_told_before(
    house: TestHouse,
) -> None:
    for words in ("路口井盖坏了", "路灯不亮了"):
        await house.files_hazard(words=words)
    for number in (1, 2):
        await house.coordinator.says(f"/accept {number}")
    await house.rider.says("YH26-0001 补充：很危险")
    await house.coordinator.says("/case 1")
    await house.coordinator.says("办好了")
    assert "YH26-0001" in house.coordinator.last.text
    await house.coordinator.says("取消")
    await house.coordinator.says("/case 2")
    await house.coordinator.says("已经换好了")
    assert house.coordinator.last.labels == ["办好了，就这么答复", "YH26-0002"]


@pytest.mark.parametrize(
    "typed", ("0002 办好了", "2号办好了", "#2 办好了", "办好了 0002", "2 办好了")
)
async def test_a_bare_serial_beside_done_says_which(
    house: TestHouse, typed: str
) -> None:
    for words in ("路口井盖坏了", "路灯不亮了"):
        await house.files_hazard(words=words)
    await house.coordinator.says(typed)
    assert "YH26-0002</b> 路灯不亮了" in house.coordinator.last.text
    assert "怎么解决的" in house.coordinator.last.text


async def test_a_short_number_is_the_line_of_what_was_asked(house: TestHouse) -> None:
    for words in ("路口井盖坏了", "路灯不亮了", "垃圾没人收"):
        await house.files_hazard(words=words)
    for number in (2, 3):
        await house.coordinator.says(f"/accept {number}")
    await house.coordinator.says("办好了")
    await house.coordinator.says("2 办好了")
    assert "YH26-0003" in house.coordinator.last.text


async def test_of_a_serial_that_is_nobodys_it_is_said_so(house: TestHouse) -> None:
    await house.files_hazard()
    for typed in ("0007 办好了", "0007"):
        await house.coordinator.says(typed)
        found = house.coordinator.last.text
        assert found == label("zh-CN", "case-none-staff", number="0007")
