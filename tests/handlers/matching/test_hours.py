"""How long an order took is said by another than who did it; thanks go to them without names."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from domain.matching.listing import ListingKind
from domain.matching.terms import Terms
from domain.points.rates import Rates
from domain.wishes.wish import WishTerms
from handlers.dialog.setup import Setup
from handlers.matching.routes import LISTENERS as MATCHING
from handlers.points.routes import LISTENERS, SERVED
from tests.handlers.matching.needing import at, newest, presses
from tests.handlers.matching.test_orders import SERVICES, load, orders, volunteers
from tests.house import Actor, TestHouse


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[TestHouse]:
    setup = Setup(
        links={"test": "test:{code}"},
        most_messages_a_minute=10_000,
        matching=Terms(),
        wishes=WishTerms(),
        points=Rates(),
        listeners=LISTENERS + MATCHING,
        served=SERVED,
    )
    async with TestHouse(tmp_path, setup=setup) as made:
        await load(made, tmp_path, SERVICES.replace(",2,,", ",9,,"))
        yield made


async def points(house: TestHouse) -> dict[str, int]:
    async with house.database.unit() as unit:
        found = await unit.points.balances()
    return {account: amount for account, amount in found.items() if amount}


async def number(who: Actor) -> int:
    """Of their honey card."""
    async with who.house.database.unit() as unit:
        await unit.people.load([who.address])
        person = unit.people.at(who.address)
    assert person is not None
    return person.id


async def taken(house: TestHouse, who: Actor, lasts: timedelta) -> int:
    """An order of the rider's that somebody took on so long ago; its project."""
    order = await orders(house, house.rider)
    await presses(who, order, "claim")
    house.clock.now += lasts
    return await newest(house, ListingKind.PROJECT)


async def done(house: TestHouse, who: Actor, lasts: timedelta) -> int:
    project = await taken(house, who, lasts)
    await presses(house.rider, project, "finish")
    return project


HOURS = timedelta(hours=3)


async def test_who_ordered_it_says_how_long_it_took_and_thanks(
    house: TestHouse,
) -> None:
    volunteer = await volunteers(house)
    project = await done(house, volunteer, HOURS)
    assert house.rider.last.labels[:4] == ["半小时", "1 小时", "2 小时", "不算时长"]
    assert "点一个谢谢" in house.rider.last.text
    volunteer.hears()
    await house.rider.presses("2 小时")
    assert "+20 入账：你帮忙的「上门理发」" in volunteer.last.text
    assert "记下了" in house.rider.last.text
    await house.rider.presses("🌸")
    assert volunteer.last.text == "💌 点「上门理发」的人说：\n「🌸」"
    await presses(house.rider, project, "thank", "1")
    assert "谢过了" in house.rider.toast
    await presses(house.rider, project, "hours", "60")
    assert "说过了" in house.rider.toast
    await volunteer.says("/points")
    assert "接的单办好了 上门理发" in volunteer.last.text
    assert await points(house) == {"bank:": -20, f"rider:{volunteer.person.id}": 20}


async def test_thanks_are_said_as_well_as_pressed(house: TestHouse) -> None:
    volunteer = await volunteers(house)
    await done(house, volunteer, HOURS)
    await house.rider.says("谢谢")
    assert "「谢谢」" in volunteer.last.text
    assert "捎到了" in house.rider.last.text
    await house.rider.says("谢谢")
    assert "捎到了" not in house.rider.last.text


async def test_nothing_took_longer_than_from_its_claim_to_its_end(
    house: TestHouse,
) -> None:
    volunteer = await volunteers(house)
    project = await done(house, volunteer, timedelta(minutes=2))
    await presses(house.rider, project, "hours", "120")
    assert await points(house) == {}
    await house.rider.presses("半小时")
    assert (await points(house))["bank:"] == -5


async def test_who_did_it_who_works_there_and_who_comes_late_say_nothing_that_counts(
    house: TestHouse,
) -> None:
    volunteer = await volunteers(house)
    project = await done(house, volunteer, HOURS)
    for who in (volunteer, house.stranger, house.far_coordinator):
        await presses(who, project, "hours", "120")
    assert await points(house) == {}
    await house.passes(days=3)
    assert "没人说用了多久" in house.coordinator.last.text
    house.clock.now += timedelta(days=11, minutes=1)
    await presses(house.coordinator, project, "hours", "120")
    assert "14 天" in house.coordinator.toast
    await house.tick()
    assert "没人说用了多久" in volunteer.last.text
    assert (await at(house, project)).whose_id is None
    assert await points(house) == {}


async def test_whoever_coordinates_there_says_it_where_who_ordered_it_did_not(
    house: TestHouse,
) -> None:
    volunteer = await volunteers(house)
    await done(house, volunteer, HOURS)
    await house.passes(days=3)
    await house.coordinator.presses("1 小时")
    assert (await points(house))["bank:"] == -10
    assert "+10 入账" in volunteer.last.text
    await house.admin.says("/audit")
    assert "「上门理发」用了 60 分钟" in house.admin.last.text


async def test_of_staff_whose_work_it_is_nobody_asks(house: TestHouse) -> None:
    project = await done(house, house.coordinator, HOURS)
    assert "用了多久" not in house.rider.last.text
    assert "不署名" in house.rider.last.text
    await presses(house.rider, project, "hours", "120")
    assert await points(house) == {}


async def test_a_day_has_its_share_and_a_budget_its_end(house: TestHouse) -> None:
    house.setup = replace(house.setup, points=Rates(again=timedelta(0), hours_a_day=3))
    await house.restarts()
    volunteer = await volunteers(house)
    for _ in range(2):
        project = await done(house, volunteer, HOURS)
        await presses(house.rider, project, "hours", "120")
    assert (await points(house))["bank:"] == -30
    project = await done(house, volunteer, HOURS)
    await presses(house.rider, project, "hours", "120")
    assert "那天已计满" in volunteer.last.text
    assert (await points(house))["bank:"] == -30
