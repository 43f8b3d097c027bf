"""灯修好了, said when nothing is open."""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers.dialog.fixed import closes, tells_fixed
from tests.house import TestHouse

WHOSE = "YH26-0001 在张强手上，我没动它。这句话要记在上面吗？"


@pytest.mark.parametrize(
    "said",
    ["灯修好了", "路灯那个好了", "垃圾清理完了", "the lamp works again", "it's fixed"],
)
def test_what_tells_that_it_is_all_right(said: str) -> None:
    assert tells_fixed(said)


@pytest.mark.parametrize(
    "said",
    [
        "路灯修好了吗",
        "路灯还没修好",
        "等修好了告诉我",
        "修好了又坏了",
        "when will it be fixed",
        "it is not fixed",
        "路灯坏了",
    ],
)
def test_what_asks_or_denies_it(said: str) -> None:
    assert not tells_fixed(said)


@pytest.mark.parametrize("said", ["你们可以关了", "you can close it"])
def test_what_says_that_nobody_need_see_to_it(said: str) -> None:
    assert closes(said)


async def test_a_colleagues_case_is_left_alone(tmp_path: Path) -> None:
    async with TestHouse(tmp_path) as house:
        await house.files_hazard(words="路灯坏了")
        await house.second_coordinator.says("/accept YH26-0001")
        await house.coordinator.says("灯泡换了")
        assert house.coordinator.last.text == WHOSE


async def test_the_picture_goes_with_the_answer(tmp_path: Path) -> None:
    async with TestHouse(tmp_path) as house:
        await house.files_hazard(words="路灯坏了")
        await house.coordinator.says("/accept YH26-0001")
        await house.coordinator.sends_photo("灯修好了")
        await house.coordinator.presses("办好了，就这么答复")
        await house.fetches()
        result = house.rider.sees[-1]
        assert "“灯修好了”" in result.text
        assert result.reply.photos


async def test_words_that_name_nothing_ask_which_of_all(tmp_path: Path) -> None:
    async with TestHouse(tmp_path) as house:
        for number, words in enumerate(("路灯坏了", "垃圾没人收"), 1):
            await house.files_hazard(words=words)
            await house.coordinator.says(f"/accept YH26-000{number}")
        await house.coordinator.says("已经处理好了")
        assert house.coordinator.last.text.startswith("哪一件办好了？")
        assert len(house.coordinator.last.labels) == 2
        await house.coordinator.says("1")
        assert "“已经处理好了”" in house.rider.last.text


async def test_where_others_wait_it_goes_on_for_them(tmp_path: Path) -> None:
    async with TestHouse(tmp_path) as house:
        await house.files_hazard(words="路灯坏了")
        await house.second_rider.sends_photo("路灯坏了")
        await house.second_rider.sends_place("G01")
        await house.second_rider.presses("我也遇到")
        await house.rider.says("路灯好了 可以关了")
        await house.rider.presses("好了，关掉")
        assert "事情接着办" in house.rider.last.text


async def test_it_is_looked_for_among_all_that_somebody_carries(
    house: TestHouse,
) -> None:
    for rider in (house.rider, house.second_rider, house.stranger):
        for _ in range(8):
            await house.files_hazard(rider, area="G08")
    number = await house.files_hazard(house.lead, "井盖松了", "G08")
    await house.far_coordinator.says("井盖换好了")
    assert number in house.far_coordinator.last.labels
