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
