"""Who came to an errand and how long it took, as who leads there says."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from domain.members import MemberTerms
from domain.points.rates import Rates
from handlers.dialog.setup import Setup
from handlers.points.routes import LISTENERS, SERVED
from tests.handlers.matching.test_hours import number, points
from tests.handlers.members.enrolling import calls, forges, joins
from tests.house import TestHouse


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[TestHouse]:
    setup = Setup(
        links={"test": "test:{code}"},
        most_messages_a_minute=10_000,
        members=MemberTerms(),
        points=Rates(),
        listeners=LISTENERS,
        served=SERVED,
    )
    async with TestHouse(tmp_path, setup=setup) as made:
        yield made


async def two_come(house: TestHouse) -> None:
    """The rider and another are to come tomorrow at nine; then it is begun."""
    for who in (house.rider, house.second_rider):
        await joins(who, house.lead)
    await calls(house.lead, 2)
    for who in (house.rider, house.second_rider):
        await who.presses("我去")
    await house.passes(hours=23)


async def test_whoever_leads_there_says_who_came_and_for_how_long(
    house: TestHouse,
) -> None:
    await two_come(house)
    await house.passes(hours=6)
    assert "谁来了" in house.lead.last.text
    await house.lead.presses("记服务时长")
    await house.lead.presses(f"✔ {house.second_rider.name}")
    assert f"✖ {house.second_rider.name}" in house.lead.last.labels
    house.second_rider.hears()
    await house.lead.presses("2 小时")
    assert "1 人，各 2 小时" in house.lead.last.text
    assert "+20 入账：志愿服务「搬桌子」" in house.rider.last.text
    assert house.second_rider.hears() == []
    assert await points(house) == {
        "bank:": -20,
        f"rider:{await number(house.rider)}": 20,
    }
    assert "说过了" in await forges(house.lead, "errand:hours:1:0.2:60")
    await house.admin.says("/audit")
    assert "给 1 位来过的志愿者各记了 120 分钟" in house.admin.last.text


async def test_nobody_counts_their_own_hours_nor_before_nor_long_after(
    house: TestHouse,
) -> None:
    await two_come(house)
    for who in (house.rider, house.stranger, house.coordinator, house.far_coordinator):
        assert "不在了" in await forges(who, "errand:hours:1:0.2:120")
    assert not await forges(house.lead, "errand:hours:1:0.2:120")  # it has just begun
    assert await points(house) == {}
    house.clock.now += timedelta(days=1)
    await house.tick()
    house.clock.now += timedelta(days=14)
    assert "14 天" in await forges(house.lead, "errand:hours:1:0.2:120")
    await house.tick()
    assert "没人说用了多久" in house.rider.last.text
    assert await points(house) == {}


async def test_who_leads_there_and_came_too_has_nothing_of_it(house: TestHouse) -> None:
    await joins(house.rider, house.lead)
    await calls(house.lead, 2)
    lead = await number(house.lead)
    async with house.database.unit() as unit:
        await unit.errands.take(1, lead)
    await house.passes(hours=29)
    await forges(house.lead, "errand:hours:1:0.1:60")
    assert await points(house) == {}
    await house.lead.says("/points")
    assert "自己经办的，不计" in house.lead.last.text
