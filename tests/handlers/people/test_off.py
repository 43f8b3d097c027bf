"""Staff say in plain words that they are off: leave is offered with one press."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from handlers.texts.sentences import label
from tests.house import Actor, TestHouse


def away_until(house: TestHouse, actor: Actor) -> datetime | None:
    person = house.database.directory.staff[house.people[actor.chat].id]
    return person.away_until


@pytest.mark.parametrize(
    "typed, back",
    (
        ("我明天请假", 25),
        ("明天我休息", 25),
        ("我今天请假", 24),
        ("请假三天", 26),
        ("I'm off tomorrow", 25),
        ("off today", 24),
        ("I am on leave for 3 days", 26),
    ),
)
async def test_leave_is_taken_with_one_press(
    house: TestHouse, typed: str, back: int
) -> None:
    await house.coordinator.says(typed)
    assert away_until(house, house.coordinator) is None
    await house.coordinator.presses("休息")
    until = away_until(house, house.coordinator)
    assert until == datetime(2026, 11, back - 1, 16, tzinfo=UTC)


@pytest.mark.parametrize("typed", ("我请假", "I'm off"))
async def test_without_a_day_it_is_asked_for(house: TestHouse, typed: str) -> None:
    await house.coordinator.says(typed)
    assert house.coordinator.last.text == label("zh-CN", "away-how")
    await house.coordinator.says("3天")
    assert away_until(house, house.coordinator) is not None


@pytest.mark.parametrize(
    "typed", ("路边没有休息的地方", "the street light is off", "老板不让我请假还扣钱")
)
async def test_a_matter_is_no_leave(house: TestHouse, typed: str) -> None:
    await house.coordinator.says(typed)
    assert not any("休息，" in one for one in house.coordinator.last.labels)
    assert house.coordinator.last.text != label("zh-CN", "away-how")


async def test_a_rider_takes_no_leave(house: TestHouse) -> None:
    await house.rider.says("我明天请假")
    assert not any("休息" in one for one in house.rider.last.labels)


def away(house: TestHouse) -> bool:
    person = house.database.directory.staff[house.people["coordinator"].id]
    return person.away(house.clock())


@pytest.mark.parametrize("typed", ("明天休息", "/away 明天 1天", "off tomorrow"))
async def test_leave_of_tomorrow_begins_tomorrow(house: TestHouse, typed: str) -> None:
    number = await house.files_hazard()
    await house.coordinator.says(f"/accept {number}")
    await house.coordinator.says(typed)
    if not typed.startswith("/"):
        await house.coordinator.presses("休息")
    assert not away(house)
    await house.restarts()
    await house.passes(hours=14, minutes=1)
    assert away(house)
    assert "👤 张强" in house.second_coordinator.last.text
    await house.passes(hours=10)
    assert any("转到你手上了" in one.text for one in house.second_coordinator.sees)
    assert "你的休息开始了" in house.coordinator.last.text
    await house.passes(hours=14)
    assert not away(house)


async def test_what_they_carry_stays_where_they_say_so(house: TestHouse) -> None:
    number = await house.files_hazard()
    await house.coordinator.says(f"/accept {number}")
    await house.coordinator.says("下周一到周三请假")
    assert "11月30日起，12月3日回来" in house.coordinator.last.text
    await house.coordinator.presses("休息")
    await house.coordinator.presses("留着")
    await house.passes(days=8)
    assert away(house)
    assert all("转到你手上了" not in one.text for one in house.second_coordinator.sees)


async def test_planned_leave_may_be_taken_back(house: TestHouse) -> None:
    await house.coordinator.says("我后天请假")
    await house.coordinator.presses("休息")
    await house.coordinator.presses("不休了")
    await house.passes(days=2)
    assert not away(house)
    assert away_until(house, house.coordinator) is None
