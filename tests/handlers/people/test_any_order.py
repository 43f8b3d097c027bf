"""/invite, /grant and /revoke: roles, areas and people in any order, however they are written."""

from __future__ import annotations

import pytest

from domain.people import Grant, Role
from handlers.texts.sentences import label
from tests.house import TestHouse


@pytest.mark.parametrize(
    "typed",
    (
        "网格员 G07",
        "G07 网格员",
        "网格员 g7",
        "G07网格员",
        "网格员，东站网格",
        "coordinator grid 7",
        "Grid 7 coordinator",
        "东站 Coordinator",
        "7号网格 网格员",
    ),
)
async def test_an_invitation_is_understood_in_any_order(
    house: TestHouse, typed: str
) -> None:
    await house.admin.says(f"/invite {typed}")
    said = house.admin.last.text
    assert "网格员" in said and "东站网格" in said, said


@pytest.mark.parametrize("typed", ("网格员 G99", "G99 网格员", "网格员 火星"))
async def test_an_area_that_is_not_theirs_is_refused(
    house: TestHouse, typed: str
) -> None:
    await house.admin.says(f"/invite {typed}")
    assert "/areas" in house.admin.last.text
    assert "i_" not in house.admin.last.text


@pytest.mark.parametrize(
    "typed",
    ("李敏 网格长 G02", "网格长 G2 李敏", "G02 lead #1", "桂花里网格 李敏 lead"),
)
async def test_a_role_is_given_in_any_order(house: TestHouse, typed: str) -> None:
    await house.admin.says(f"/grant {typed}")
    person = house.database.directory.staff[house.people["coordinator"].id]
    assert Grant(Role.LEAD, "G02") in person.grants


async def test_a_role_that_is_there_already_is_said_to_be(house: TestHouse) -> None:
    await house.admin.says("/grant 李敏 网格员 G01")
    assert house.admin.last.text == label("zh-CN", "refuse-has-role", name="李敏")
    assert not house.coordinator.hears()


async def test_without_an_area_the_only_role_of_that_name_goes(
    house: TestHouse,
) -> None:
    await house.admin.says("/revoke 李敏 网格员")
    assert house.people["coordinator"].id not in house.database.directory.staff


async def test_of_several_the_admin_is_asked_which(house: TestHouse) -> None:
    await house.admin.says("/grant 李敏 网格员 G02")
    for words in ("李敏 网格员", "李敏"):
        await house.admin.says(f"/revoke {words}")
        assert "/revoke #1 网格员 G01" in house.admin.last.text
    await house.admin.says("/revoke #1 网格员 G01")
    person = house.database.directory.staff[house.people["coordinator"].id]
    assert person.grants == (Grant(Role.COORDINATOR, "G02"),)


# --- what becomes of what they carried ---


async def test_who_carried_nothing_is_not_told_that_it_goes_to_others(
    house: TestHouse,
) -> None:
    await house.admin.says("/revoke 李敏 网格员 G01")
    assert "同事" not in house.coordinator.last.text


@pytest.mark.parametrize("language", ("zh-CN", "en"))
async def test_both_are_told_how_many_went_to_colleagues(
    house: TestHouse, language: str
) -> None:
    for actor in (house.coordinator, house.admin):
        await actor.says(f"/lang {language}")
    number = await house.files_hazard()
    await house.coordinator.says(f"/accept {number}")
    house.coordinator.hears()
    house.admin.hears()
    await house.admin.says("/revoke 李敏 网格员 G01")
    (heard,) = house.coordinator.hears()
    assert ("手上的 1 件" if language == "zh-CN" else "one case") in heard
    moved = label(language, "revoke-moved", name="李敏", count=1)
    assert house.admin.hears()[-1] == moved


async def test_who_cannot_look_people_up_is_told_who_there_is(house: TestHouse) -> None:
    await house.lead.says("/duty 王芳 8:00-18:00")
    said = house.lead.last.text
    assert "/people" not in said and "李敏、张强" in said
    assert "周主任" not in said, "who is above is not named"
    await house.coordinator.says("/duty 张强 8:00-18:00")
    assert house.coordinator.last.text == label("zh-CN", "duty-how")
