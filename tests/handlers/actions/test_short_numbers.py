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
    for actor in (house.far_coordinator, house.second_rider):
        await actor.says("/case 1")
        assert actor.last.text == label("zh-CN", "case-none", number="1")


async def test_of_two_with_one_number_both_are_named(house: TestHouse) -> None:
    await house.files_hazard()
    await house.rider.says("电动车没电了，在幸福路口，帮我推一下")
    await house.rider.presses("提交")
    await house.coordinator.says("/case 1")
    assert house.coordinator.last.text == label(
        "zh-CN", "case-several", numbers="YH26-0001 QZ26-0001"
    )
