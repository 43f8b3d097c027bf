"""An application that waits: who decides is asked again after three days, the level above after
three more; and nobody fills in two at once.
"""

from __future__ import annotations

from tests.handlers.members.enrolling import HOME, applies
from tests.house import TestHouse


def asked(house: TestHouse) -> list[int]:
    """How often the lead of the grid, of the street and the admin were asked."""
    whom = (house.lead, house.street_lead, house.admin)
    return [sum("✅ 接收" in shown.labels for shown in one.sees) for one in whom]


async def test_the_same_first_and_then_the_level_above(house: TestHouse) -> None:
    await applies(house.rider)
    assert asked(house) == [1, 0, 0]
    await house.passes(days=3, minutes=1)
    assert asked(house) == [2, 0, 0]
    await house.passes(days=3, minutes=1)
    assert asked(house) == [2, 1, 0]


async def test_there_is_one_form_however_often_it_is_asked_for(
    house: TestHouse,
) -> None:
    await house.rider.says("/member")
    await house.rider.says(HOME)
    await house.rider.says("我要报名")
    await house.rider.presses("就跑这一片")
    await house.rider.presses("志愿服务员")
    house.rider.hears()
    await house.passes(minutes=40)
    assert not any("岗位？" in text for text in house.rider.hears())
    assert asked(house) == [1, 0, 0]
