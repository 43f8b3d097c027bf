"""Words that say what sort of matter it is put nothing in the place of what was told."""

from __future__ import annotations

import pytest

from tests.house import TestHouse

BOXES = "楼道堆了好多纸箱 G01"


@pytest.mark.parametrize(
    "said",
    [
        "分类错了 是噪音",
        "分类改成噪音扰民",
        "类别不对，应该是噪音",
        "选错分类了，是噪音",
        "归到噪音类吧",
        "分類改成噪音",
        "wrong category, its noise",
        "category is wrong, should be noise",
        "change the category to noise",
        "put it under noise please",
    ],
)
async def test_the_category_is_theirs_and_the_words_stay(
    house: TestHouse, said: str
) -> None:
    await house.rider.says(BOXES)
    await house.rider.says(said)
    shown = house.rider.last.text
    assert "噪音扰民" in shown
    assert f"“{BOXES}”" in shown


@pytest.mark.parametrize("said", ["改分类", "分类不对", "wrong category"])
async def test_all_are_shown_and_a_part_of_a_name_will_do(
    house: TestHouse, said: str
) -> None:
    await house.rider.says(BOXES)
    await house.rider.says(said)
    assert len(house.rider.last.labels) > 4
    await house.rider.says("噪音")
    assert "噪音扰民" in house.rider.last.text


@pytest.mark.parametrize("said", ["分类错了 是噪音", "wrong category, its noise"])
async def test_it_is_heard_of_what_was_filed_just_before(
    house: TestHouse, said: str
) -> None:
    await house.rider.says(BOXES)
    await house.rider.presses("提交")
    await house.rider.says(said)
    async with house.database.unit() as unit:
        case = await unit.cases.get(1)
    assert case is not None
    assert (case.category, case.words) == ("noise", BOXES)


@pytest.mark.parametrize("said", ["放到门口了", "类型是那种太阳能的", "都放在楼道里"])
async def test_what_tells_of_the_matter_is_one_of_its_words(
    house: TestHouse, said: str
) -> None:
    await house.rider.says(BOXES)
    await house.rider.says(said)
    assert said in house.rider.last.text
