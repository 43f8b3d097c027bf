"""An admin of one grid reads and does in that grid what an admin of the root does everywhere."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.messages import Address, EventKind
from domain.people import Grant, Role
from handlers.texts.sentences import label
from tests.house import Actor, TestHouse

GROUP = Address("test", "-100")
ELSEWHERE = label("zh-CN", "refuse-area", code="G08")


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[TestHouse]:
    """The usual house, in which the stranger administers G01."""
    async with TestHouse(tmp_path) as made:
        await made.joins(made.stranger, "admin", "G01")
        yield made


async def heard(who: Actor, said: str) -> str:
    who.hears()
    await who.says(said)
    return "\n".join(who.hears())


async def pressed(who: Actor, data: str) -> None:
    await who.does(kind=EventKind.PRESS, data=data, press_ref="p", message_id="0")


# --- health ---


async def test_health_of_an_area_says_nothing_of_the_machine(house: TestHouse) -> None:
    await house.files_hazard(area="G01")
    await house.files_hazard(house.second_rider, "路灯不亮", "G08")
    found = await heard(house.stranger, "/health")
    assert found == (
        "<b>幸福街道 · 幸福路口网格 的情况</b>\n"
        "没办好 1 件 · 1 个区域 · 4 位同事 · 0 个群"
    )
    assert "待发消息" in await heard(house.admin, "/health")


async def test_health_names_the_people_and_groups_of_the_area_that_are_out_of_reach(
    house: TestHouse,
) -> None:
    await house.admin.says("/grant 王芳 网格员 G02")
    await house.admin.says("/bind G01", chat=GROUP)
    await house.coordinator.does(kind=EventKind.BLOCKED)
    await house.far_coordinator.does(kind=EventKind.BLOCKED)
    await house.admin.does(kind=EventKind.BLOCKED, chat=GROUP)
    found = await heard(house.stranger, "/health")
    assert "联系不上的同事：李敏\n群里发不了消息：G01" in found


# --- routes, people, areas ---


async def test_a_route_is_tried_only_in_ones_own_areas(house: TestHouse) -> None:
    assert await heard(house.stranger, "/route G08 地砖坏了") == ELSEWHERE
    assert "幸福路口网格" in await heard(house.stranger, "/route 地砖坏了")
    assert "幸福路口网格" in await heard(house.stranger, "/route g01 地砖坏了")


async def test_people_are_listed_with_the_roles_that_they_have_here(
    house: TestHouse,
) -> None:
    await house.admin.says("/grant 李敏 网格长 G08")
    found = await heard(house.stranger, "/people")
    assert "李敏：网格员 幸福路口网格" in found
    assert "滨河公园网格" not in found
    assert "王芳" not in found
    assert "网格长 滨河公园网格" in await heard(house.admin, "/people")


@pytest.mark.parametrize("code", ("C", "S1", "G08", "CG", "offices", "G99", ""))
async def test_areas_above_and_beside_are_refused(house: TestHouse, code: str) -> None:
    found = await heard(house.stranger, f"/areas {code}")
    if code:
        assert found == label("zh-CN", "refuse-area", code=code)
        await pressed(house.stranger, f"a:areas:{code}")
        assert house.stranger.toast == found
    else:
        assert "幸福路口网格" in found


@pytest.mark.parametrize(
    "said",
    (
        "/invite 网格员 G08",
        "/invite 管理员 C",
        "/grant 李敏 网格长 G08",
        "/revoke 李敏 网格员 S1",
        "/announce G08 停水了",
        "/similar G08",
        "/stats G08",
        "/register G08",
        "/duty 李敏 08:00-18:00 G08",
        "/route G08 地砖坏了",
    ),
)
async def test_every_command_refuses_areas_that_are_not_theirs(
    house: TestHouse, said: str
) -> None:
    code = next(word for word in said.split() if word in ("G08", "C", "S1"))
    refused = label("zh-CN", "refuse-area", code=code)
    assert await heard(house.stranger, said) == refused


@pytest.mark.parametrize(
    "said, key",
    (
        ("/grant 王芳 网格长 G01", "refuse-grant"),
        ("/revoke 王芳 网格员 G01", "refuse-person"),
        ("/duty 王芳 08:00-18:00", "refuse-person"),
        ("/away 王芳 3d", "refuse-person"),
    ),
)
async def test_people_who_work_elsewhere_are_not_found(
    house: TestHouse, said: str, key: str
) -> None:
    refused = label("zh-CN", key, name="王芳")
    assert await heard(house.stranger, said) == refused


async def test_the_deadlines_of_all_are_not_changed_by_one_grid(
    house: TestHouse,
) -> None:
    refused = label("zh-CN", "refuse-policy-root")
    assert await heard(house.stranger, "/policy 一般 24 168") == refused
    await pressed(house.stranger, "p:set:general::1h:2h:a")
    assert house.stranger.toast == refused
    assert not house.database.directory.policy_rows


async def test_a_slip_of_a_case_elsewhere_is_not_found(house: TestHouse) -> None:
    number = await house.files_hazard(area="G08")
    nothing = label("zh-CN", "case-none-staff", number=number)
    assert await heard(house.stranger, f"/slip {number}") == nothing


async def test_an_announcement_goes_nowhere_once_its_writer_is_no_admin(
    house: TestHouse,
) -> None:
    await house.stranger.says("/announce G01 停水了")
    await house.admin.says("/revoke 路人 管理员 G01")
    before = len(house.coordinator.sees)
    await house.stranger.presses("发给")
    await house.passes(minutes=1)
    assert len(house.coordinator.sees) == before


# --- groups ---


async def test_a_group_of_another_grid_is_not_taken_from_it(house: TestHouse) -> None:
    await house.admin.says("/bind G08", chat=GROUP)
    await house.stranger.says("/bind G01", chat=GROUP)
    refused = label("zh-CN", "refuse-bound")
    assert house.channel.chats[GROUP.chat][-1].text == refused
    assert house.database.directory.groups == {GROUP: "G08"}
    await house.admin.says("/bind G01", chat=GROUP)
    await house.stranger.says("/bind G01", chat=GROUP)
    assert house.database.directory.groups == {GROUP: "G01"}


# --- leave and shifts of others ---


async def test_only_whose_every_role_one_leads_is_sent_on_leave(
    house: TestHouse,
) -> None:
    await house.admin.says("/grant 李敏 网格员 G08")
    refused = label("zh-CN", "refuse-away-elsewhere", name="李敏")
    assert await heard(house.lead, "/away 李敏 3d") == refused
    assert "李敏 12月" in await heard(house.admin, "/away 李敏 9d")


async def test_a_lead_puts_people_on_duty_where_they_lead_them(
    house: TestHouse,
) -> None:
    async with house.database.unit() as unit:
        person = house.people["far"]
        await unit.staff.grant(person.id, Grant(Role.COORDINATOR, "G01"))
    await house.lead.says("/duty 王芳 08:00-18:00")
    (shift,) = house.database.directory.shifts
    assert (shift.person_id, shift.area) == (person.id, "G01")


# --- posts ---


async def test_who_holds_a_post_sees_no_common_problems_of_cases_that_are_not_theirs(
    house: TestHouse,
) -> None:
    await house.joins(house.second_coordinator, "coordinator", "G02", "police")
    for rider in (house.rider, house.second_rider, house.stranger):
        await house.files_hazard(rider, "东门口地砖坏了", "G02")
    nothing = label("zh-CN", "similar-none")
    assert await heard(house.second_coordinator, "/similar G02") == nothing
    assert "YH26-0001" in await heard(house.admin, "/similar G02")
