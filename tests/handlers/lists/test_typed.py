"""Staff type in place of commands and ticks: what is on, a category, an area, several cases."""

from __future__ import annotations

import pytest

from handlers.texts.sentences import label
from tests.house import TestHouse


async def three(house: TestHouse) -> list[str]:
    words = ("路口地砖坏了", "电线杆上的路灯不亮", "楼道口堆满垃圾没人清")
    return [await house.files_hazard(words=one) for one in words]


def ticked(house: TestHouse) -> int:
    return sum(one.startswith("✅ YH") for one in house.coordinator.last.labels)


@pytest.mark.parametrize(
    "typed, count",
    (
        ("1 3", 2),
        ("1、3", 2),
        ("１，２，３", 3),
        ("1-3", 3),
        ("1到2", 2),
        ("第一和第三个", 2),
        ("全选", 3),
        ("all", 3),
        ("YH26-0001 yh26-3", 2),
    ),
)
@pytest.mark.parametrize("ticking", (False, True))
async def test_several_are_ticked_by_typing(
    house: TestHouse, typed: str, count: int, ticking: bool
) -> None:
    await three(house)
    await house.coordinator.says("/queue")
    if ticking:
        await house.coordinator.presses(label("zh-CN", "button-list-tick"))
    await house.coordinator.says(typed)
    assert ticked(house) == count
    await house.coordinator.presses("接单")
    assert f"接单 {count} 件" in house.coordinator.last.text


async def test_more_than_there_are_is_refused(house: TestHouse) -> None:
    await three(house)
    await house.coordinator.says("/queue")
    await house.coordinator.says("1 7")
    assert house.coordinator.last.text == label("zh-CN", "refuse-tick-place", most=3)


async def test_a_number_beyond_the_page_that_no_case_has_is_refused(
    house: TestHouse,
) -> None:
    await three(house)
    await house.coordinator.says("/queue")
    await house.coordinator.says("9 接单")
    assert house.coordinator.last.text == label("zh-CN", "refuse-tick-place", most=3)


async def test_nothing_is_ticked_in_a_list_of_before_a_form(house: TestHouse) -> None:
    await three(house)
    await house.coordinator.says("/queue")
    await house.coordinator.presses("YH26-0001")
    await house.coordinator.presses("接单")
    await house.coordinator.presses("办好了")
    await house.coordinator.says("全部")
    assert not ticked(house)


# --- in place of /queue ---


@pytest.mark.parametrize(
    "typed",
    ("今天有啥事", "今天有什么事？", "what's on today?", "anything new", "有新单吗"),
)
async def test_what_is_on_shows_the_list(house: TestHouse, typed: str) -> None:
    numbers = await three(house)
    await house.coordinator.says(typed)
    assert all(number in house.coordinator.last.text for number in numbers)


@pytest.mark.parametrize(
    "typed",
    ("路灯", "路灯有哪些？", "幸福路口的路灯", "Streetlights", "street light in G1"),
)
async def test_a_bare_name_narrows_the_list(house: TestHouse, typed: str) -> None:
    first, second, third = await three(house)
    await house.coordinator.says(typed)
    said = house.coordinator.last.text
    assert second in said and first not in said and third not in said


@pytest.mark.parametrize("typed", ("井盖", "噪音", "manhole"))
async def test_one_press_makes_a_report_of_it(house: TestHouse, typed: str) -> None:
    await house.coordinator.says(typed)
    await house.coordinator.presses(label("zh-CN", "button-list-report"))
    await house.coordinator.sends_place()
    assert typed in house.coordinator.last.text
    assert label("zh-CN", "button-submit") in house.coordinator.last.labels


@pytest.mark.parametrize("typed", ("井盖坏了", "路灯一直不亮", "井盖"))
async def test_a_matter_is_reported_as_ever(house: TestHouse, typed: str) -> None:
    who = house.rider if typed == "井盖" else house.coordinator
    await who.says(typed)
    assert label("zh-CN", "button-list-report") not in who.last.labels
    await who.sends_place()
    assert label("zh-CN", "button-submit") in who.last.labels


async def test_an_area_of_others_is_no_list(house: TestHouse) -> None:
    await house.coordinator.says("G08")
    assert label("zh-CN", "button-list-report") not in house.coordinator.last.labels
