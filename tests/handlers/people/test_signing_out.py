"""Whom an admin may sign out: those whose roles are all in their own areas."""

from __future__ import annotations

import pytest

from tests.house import TestHouse

NOBODY = "同名的不止一位"
NOT_THERE = "没有在网页上登录"


@pytest.fixture
async def house(house: TestHouse) -> TestHouse:
    """The usual house, in which the second coordinator also is an admin of S1."""
    await house.admin.says("/grant 张强 管理员 S1")
    return house


async def test_an_admin_of_a_part_signs_out_the_staff_of_that_part_alone(
    house: TestHouse,
) -> None:
    of_part = house.second_coordinator
    await house.rider.says("我的钱包丢了")
    async with house.database.unit() as unit:
        await unit.people.load([house.rider.address])
        rider = unit.people.at(house.rider.address)
    assert rider is not None
    for words, answer in (
        ("李敏", NOT_THERE),
        ("张强", NOT_THERE),
        ("陈主任", NOBODY),  # above them
        ("王芳", NOBODY),  # beside them
        (f"#{rider.id}", NOBODY),  # a rider is in no area
        ("#999999", NOBODY),
        ("", "写名字或编号"),
    ):
        await of_part.says(f"/signout {words}")
        assert answer in of_part.last.text, words
    await house.admin.says("/grant 李敏 网格员 G08")
    await of_part.says("/signout 李敏")
    assert "在别的区域也有角色" in of_part.last.text
    # whoever administers everything may name anybody
    await house.admin.says(f"/signout #{rider.id}")
    assert NOT_THERE in house.admin.last.text


async def test_for_everybody_else_there_is_no_such_command(house: TestHouse) -> None:
    for actor in (house.rider, house.coordinator, house.lead):
        await actor.says("/nonsense 李敏")
        unknown = actor.last.text
        await actor.says("/signout 李敏")
        assert actor.last.text == unknown
