"""Who is on leave gets nothing while somebody is there; and nothing is told to nobody."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.messages import EventKind
from handlers.dialog.setup import Setup
from handlers.texts.sentences import label
from tests.house import TestHouse

COORDINATORS = ("coordinator", "second_coordinator")
OLD = label("zh-CN", "refuse-old-button")


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[TestHouse]:
    async with TestHouse(tmp_path) as made:
        yield made


async def goes(house: TestHouse, *names: str) -> None:
    """They are on leave from now on."""
    for name in names:
        await getattr(house, name).says("/away 20d")


async def holder(house: TestHouse, number: str) -> str:
    async with house.database.unit() as unit:
        case = await unit.cases.by_number(number)
        assert case is not None
        person = await unit.people.get(case.assignee_id)
    return person.name if person else ""


async def everybody(house: TestHouse) -> None:
    await goes(house, *COORDINATORS, "lead", "street_lead", "far_coordinator", "admin")


@pytest.mark.parametrize(
    ("away", "whose"),
    [
        (("coordinator",), "张强"),
        (COORDINATORS, "赵网格长"),
        ((*COORDINATORS, "lead"), "周主任"),
        ((*COORDINATORS, "lead", "street_lead"), "陈主任"),
        ((*COORDINATORS, "lead", "street_lead", "admin"), "王芳"),
    ],
)
async def test_a_case_goes_to_the_nearest_who_is_there(
    house: TestHouse, away: tuple[str, ...], whose: str
) -> None:
    await goes(house, *away)
    assert await holder(house, await house.files_hazard()) == whose


async def test_a_neighbour_who_has_a_case_can_do_it(house: TestHouse) -> None:
    await goes(house, *COORDINATORS, "lead", "street_lead", "admin")
    number = await house.files_hazard()
    await house.far_coordinator.presses("接单")
    await house.far_coordinator.says(f"/resolve {number} 修好了")
    await house.rider.presses("已解决")
    await house.far_coordinator.says(f"/case {number}")
    assert "已办结" in house.far_coordinator.last.text


async def test_where_everybody_is_away_somebody_has_it_all_the_same(
    house: TestHouse,
) -> None:
    await everybody(house)
    assert await holder(house, await house.files_hazard())


async def test_who_has_too_many_comes_before_the_neighbours(tmp_path: Path) -> None:
    async with TestHouse(tmp_path, setup=Setup(cap=1)) as house:
        await goes(house, "coordinator", "lead", "street_lead", "admin")
        for _ in range(3):
            number = await house.files_hazard()
            assert await holder(house, number) == "张强"


async def test_an_emergency_at_the_desk_is_told_to_somebody_who_is_there(
    house: TestHouse,
) -> None:
    await goes(house, "admin")
    house.street_lead.hears()
    await house.rider.says("救命，有人晕倒了")
    assert any("QZ26-0001" in one for one in house.street_lead.hears())


async def test_an_emergency_is_told_to_somebody_where_everybody_is_away(
    house: TestHouse,
) -> None:
    await everybody(house)
    house.admin.hears()
    await house.rider.says("救命，有人晕倒了")
    assert any("QZ26-0001" in one for one in house.admin.hears())


async def test_what_is_handed_back_goes_to_a_head_who_is_there(
    house: TestHouse,
) -> None:
    number = await house.files_hazard()
    await goes(house, "lead")
    await house.second_coordinator.says(f"/return {number} 不归我们")
    assert await holder(house, number) == "周主任"


@pytest.mark.parametrize("said", ("没解决，还是响", "/reopen {number} 还是响"))
async def test_what_is_reopened_goes_to_who_is_there(
    house: TestHouse, said: str
) -> None:
    number = await house.files_hazard()
    await house.second_coordinator.says(f"/resolve {number} 修好了")
    await goes(house, "second_coordinator")
    await house.rider.says(said.format(number=number))
    assert await holder(house, number) == "李敏"
    assert "转到你手上" in house.coordinator.last.text


async def test_what_wakes_up_goes_to_who_is_there(house: TestHouse) -> None:
    number = await house.files_hazard()
    await house.second_coordinator.presses("接单")
    await house.second_coordinator.says(f"/hold {number} 3天 等配件")
    await goes(house, "second_coordinator")
    await house.second_coordinator.presses("不了")
    await house.passes(days=4)
    assert await holder(house, number) == "李敏"


async def test_what_they_do_themselves_stays_theirs(house: TestHouse) -> None:
    number = await house.files_hazard()
    await house.second_coordinator.presses("接单")
    await house.second_coordinator.says(f"/hold {number} 3天 等配件")
    await goes(house, "second_coordinator")
    await house.second_coordinator.says(f"/resume {number}")
    assert await holder(house, number) == "张强"


@pytest.mark.parametrize(
    "data",
    (
        "y:",
        "y:1",
        "y:1:G01",
        "y:1:G01:5:4",
        "y:1:G99:4:5",
        "y:x:G01:4:5",
        "y:999:C:4:5",
    ),
)
async def test_what_was_made_up_puts_nobody_on_duty(
    house: TestHouse, data: str
) -> None:
    for who in (house.lead, house.coordinator):
        before = house.database.directory.shifts
        await who.does(kind=EventKind.PRESS, data=data, press_ref="p", message_id="0")
        assert house.database.directory.shifts == before
    assert house.coordinator.toast == OLD


async def test_a_turn_is_put_down_by_who_leads_there_only(house: TestHouse) -> None:
    person = house.people["coordinator"].id
    data = f"y:{person}:G01:1795000000:1795003600"
    await house.coordinator.does(
        kind=EventKind.PRESS, data=data, press_ref="p", message_id="0"
    )
    assert not house.database.directory.shifts
    await house.lead.does(
        kind=EventKind.PRESS, data=data, press_ref="p", message_id="0"
    )
    assert len(house.database.directory.shifts) == 1
