"""A card's button that is typed, where several cards are open."""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers.actions.carers.act_words import act_in
from handlers.actions.carers.card_words import Said, said_in
from tests.house import TestHouse

WHOSE = "YH26-0001 在张强手上，我没动它。这句话要记在上面吗？"
MATTERS = ("路灯坏了", "井盖坏了", "垃圾没人收")


async def carried(house: TestHouse, *taken: int) -> None:
    """Three cases are open, and these of them are taken by the coordinator."""
    for words in MATTERS:
        await house.files_hazard(words=words)
    for number in taken:
        await house.coordinator.says(f"/accept YH26-000{number}")


@pytest.mark.parametrize("said", ["办好了", "done", "搞定了", "Done!"])
async def test_done_is_for_the_card_that_was_taken(tmp_path: Path, said: str) -> None:
    async with TestHouse(tmp_path) as house:
        await carried(house, 1)
        await house.coordinator.says(said)
        assert "YH26-0001" in house.coordinator.last.text
        assert "怎么解决的" in house.coordinator.last.text


async def test_of_several_that_were_taken_it_is_asked(tmp_path: Path) -> None:
    async with TestHouse(tmp_path) as house:
        await carried(house, 1, 2)
        await house.coordinator.says("办好了")
        assert house.coordinator.last.text == "「办好了」的是哪一件？"
        labels = house.coordinator.last.labels
        assert labels[:2] == ["1. YH26-0001 路灯坏了", "2. YH26-0002 井盖坏了"]
        await house.coordinator.says("2")
        assert "YH26-0002" in house.coordinator.last.text
        assert "怎么解决的" in house.coordinator.last.text


async def test_the_words_beside_it_tell_which_one(tmp_path: Path) -> None:
    async with TestHouse(tmp_path) as house:
        await carried(house, 1, 2)
        await house.coordinator.says("办好了，灯泡换了")
        assert "YH26-0001" in house.rider.last.text
        assert "“灯泡换了”" in house.rider.last.text


async def test_words_that_tell_of_none_go_with_the_answer(tmp_path: Path) -> None:
    async with TestHouse(tmp_path) as house:
        await carried(house, 1, 2)
        await house.coordinator.says("办好了 师傅上午来过")
        assert house.coordinator.last.text == "「办好了」的是哪一件？"
        await house.coordinator.says("2")
        assert "YH26-0002" in house.rider.last.text
        assert "“师傅上午来过”" in house.rider.last.text


async def test_of_what_is_not_theirs_it_is_said_whose_it_is(tmp_path: Path) -> None:
    async with TestHouse(tmp_path) as house:
        await house.files_hazard(words="路灯坏了")
        await house.second_coordinator.says("/accept YH26-0001")
        await house.coordinator.says("办好了")
        assert house.coordinator.last.text == WHOSE


async def test_a_reply_is_for_the_card_below_which_it_stands(tmp_path: Path) -> None:
    async with TestHouse(tmp_path) as house:
        await carried(house, 1, 2)
        cards = [one for one in house.coordinator.sees if "井盖坏了" in one.text]
        await house.coordinator.says("办好了", reply_to=cards[0])
        assert "YH26-0002" in house.coordinator.last.text
        assert "怎么解决的" in house.coordinator.last.text


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("谢谢", ("", "")),
        ("接单", ("accept", "")),
        ("退回 不归我们", ("return", "不归我们")),
        ("done, new bulb", ("resolve", "new bulb")),
        ("办好了吗", ("", "")),
        ("路灯坏了", ("", "")),
    ],
)
def test_which_act_words_are(said: str, meant: tuple[str, str]) -> None:
    assert act_in(said) == meant


ONE = ("YH26-0001",)
TWO = ("YH26-0001", "YH26-0002")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("YH26-0001接单", Said(ONE, "accept")),
        ("接单YH26-0001", Said(ONE, "accept")),
        ("accept yh26-1", Said(ONE, "accept")),
        ("退回 YH26-0001，不归我们", Said(ONE, "return", "不归我们")),
        ("YH26-0001 转派 张强", Said(ONE, "hand_on", "张强")),
        ("put on hold YH26-0001 3d parts", Said(ONE, "hold", "3d parts")),
        ("YH26-0001 合并到 YH26-0002", Said(ONE, "merge", "YH26-0002")),
        ("接单 YH26-0001、0002", Said(TWO, "accept")),
        ("YH26-0001和YH26-0002 办好了，换了", Said(TWO, "resolve", "换了")),
        ("done YH26-0001 and YH26-0002", Said(TWO, "resolve")),
        ("done, 12 lamps", Said((), "resolve", "12 lamps", "", "12 lamps")),
        (
            "退回 不归我们 YH26-0001",
            Said((), "return", "不归我们 YH26-0001", "YH26-0001", "不归我们"),
        ),
        ("YH26-0001 路灯又坏了", Said()),
        ("合并到 YH26-0002", Said()),
    ],
)
def test_the_numbers_stand_before_or_after_the_act(typed: str, meant: Said) -> None:
    assert said_in(typed) == meant


async def test_a_number_beside_it_says_which(tmp_path: Path) -> None:
    async with TestHouse(tmp_path) as house:
        await carried(house, 1, 2)
        await house.coordinator.says("YH26-0002 办好了 换了新的")
        assert "YH26-0002" in house.rider.last.text
        await house.coordinator.says("办好了 YH26-0001")
        assert "YH26-0001" in house.coordinator.last.text
        assert "怎么解决的" in house.coordinator.last.text


async def test_of_a_colleagues_case_by_number_too_it_is_said_whose_it_is(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path) as house:
        await house.files_hazard(words="路灯坏了")
        await house.second_coordinator.says("/accept YH26-0001")
        await house.coordinator.says("YH26-0001 办好了 换了灯泡")
        assert house.coordinator.last.text == WHOSE


async def test_plain_words_go_to_the_rider_of_the_case_that_is_pressed(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path) as house:
        await carried(house, 1, 2)
        await house.coordinator.says("明天去修")
        assert house.coordinator.last.text.startswith("“明天去修”要转给哪件事")
        before = len(house.rider.sees)
        await house.coordinator.presses("YH26-0002")
        assert "YH26-0002" in house.rider.last.text
        assert "“明天去修”" in house.rider.last.text
        assert len(house.rider.sees) == before + 1
