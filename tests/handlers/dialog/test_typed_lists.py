"""What stands below a list may be typed by its label, or by the name in it; a bare number below a
list is none of its choices, and of a question that was asked since it is the answer.
"""

from __future__ import annotations

import pytest

from domain.messages import Choice
from domain.offers import settle
from tests.house import TestHouse

GIFTS = (
    Choice("防水手套一双 · 30 蜜值", "gift:see:G1"),
    Choice("保温水杯 · 25 蜜值", "gift:see:G2"),
    Choice("🎟 水杯套 · 25 蜜值", "gift:see:G3"),
    Choice("YH26-0001 · 路灯", "c:1:open"),
    Choice("2. 万福超市歇脚点", "st:see:Y2"),
    Choice("3 天后", "x:days:3"),
    Choice("为什么？", "pt:why"),
)


@pytest.mark.parametrize(
    ("said", "chosen"),
    [
        ("防水手套一双", 0),
        ("防水手套一双 · 30 蜜值", 0),
        ("保温水杯", 1),
        ("水杯套", 2),
        ("🎟 水杯套", 2),
        ("25 蜜值", None),
        ("水杯", None),
        ("路灯", None),
        ("套", None),
        ("1", None),
        ("2", 4),
        ("万福超市歇脚点", 4),
        ("3", None),
        ("为什么", 6),
        ("", None),
    ],
)
def test_the_one_part_of_a_label_that_no_other_has_is_enough(
    said: str, chosen: int | None
) -> None:
    found = settle(said, GIFTS, by_number=False)
    assert found == (None if chosen is None else GIFTS[chosen])


async def test_a_number_answers_what_was_asked_since_and_a_label_still_chooses(
    house: TestHouse,
) -> None:
    number = await house.files_hazard()
    who = house.coordinator
    await who.says(f"/case {number}")
    house.clock.now = house.clock.now.replace(minute=1)
    await who.says("/digest")
    house.clock.now = house.clock.now.replace(minute=2)
    await who.says("6")
    assert "06:00" in who.last.text


async def test_a_list_takes_nothing_from_a_card_above_it_but_its_numbers(
    house: TestHouse,
) -> None:
    number = await house.files_hazard()
    who = house.coordinator
    await who.says(f"/case {number}")
    await who.says("/queue")
    for said, taken in (("1", False), ("接单", True)):
        await who.says(said)
        async with house.database.unit() as unit:
            case = await unit.cases.by_number(number)
        assert case is not None
        assert (case.accepted_at is not None) is taken, said
