"""Staff say in plain words that they are off: leave is offered with one press."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

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
        ("请三天假", 26),
        ("下周二休", 32),
        ("这周请假", 30),
        ("我明天有事", 25),
        ("three days off", 26),
        ("off next Tuesday", 32),
        ("off until Friday", 28),
        ("I won't be in tomorrow", 25),
        ("我发烧了 今天请假", 24),
        ("我明天上午去医院", 25),
        ("孩子病了 今天去不了", 24),
        ("i have fever, not come today", 24),
        ("tomorrow i not work", 25),
    ),
)
async def test_leave_is_taken_with_one_press(
    house: TestHouse, typed: str, back: int
) -> None:
    await house.coordinator.says(typed)
    assert away_until(house, house.coordinator) is None
    await house.coordinator.presses("休息")
    until = away_until(house, house.coordinator)
    assert until == datetime(2026, 11, 1, 16, tzinfo=UTC) + timedelta(days=back - 2)


@pytest.mark.parametrize(
    "typed", ("我请假", "I'm off", "我病了", "我有点不舒服", "i'm sick")
)
async def test_without_a_day_it_is_asked_for(house: TestHouse, typed: str) -> None:
    await house.coordinator.says(typed)
    heard = [one.text for one in house.coordinator.sees]
    assert label("zh-CN", "away-how") in heard
    await house.coordinator.says("3")
    assert away_until(house, house.coordinator) is not None


@pytest.mark.parametrize(
    "typed",
    (
        "路边没有休息的地方",
        "the street light is off",
        "老板不让我请假还扣钱",
        "有人生病了要帮忙",
        "the light is out",
        "李敏休假了没",
        "孩子发烧了没有药",
    ),
)
async def test_a_matter_is_no_leave(house: TestHouse, typed: str) -> None:
    await house.coordinator.says(typed)
    assert not any("休息，" in one for one in house.coordinator.last.labels)
    assert house.coordinator.last.text != label("zh-CN", "away-how")


@pytest.mark.parametrize("typed", ("我明天请假", "我病了", "i'm sick"))
async def test_a_rider_takes_no_leave(house: TestHouse, typed: str) -> None:
    await house.rider.says(typed)
    assert not any("休息" in one.text for one in house.rider.sees)
    assert not any("休息" in one for one in house.rider.last.labels)


async def test_who_is_ill_may_want_help_and_says_more_while_a_report_is_open(
    house: TestHouse,
) -> None:
    await house.coordinator.says("我病了")
    await house.coordinator.presses("就报这句")
    assert "在哪儿" in house.coordinator.last.text
    await house.coordinator.says("还是不舒服")
    assert label("zh-CN", "away-how") not in house.coordinator.sees[-1].text
    assert away_until(house, house.coordinator) is None


@pytest.mark.parametrize(
    "typed, asks",
    (
        ("张强病了", "张强 休息几天？"),
        ("张强请病假", "张强 休息几天？"),
        ("张强明天病了", "给 张强 记下休息吗？11月24日起"),
        ("张强 is sick tomorrow", "给 张强 记下休息吗？11月24日起"),
        ("张强 is off next week", "给 张强 记下休息吗？11月30日起，12月7日"),
    ),
)
async def test_a_lead_says_so_of_a_colleague(
    house: TestHouse, typed: str, asks: str
) -> None:
    await house.lead.says(typed)
    assert asks in house.lead.last.text
    assert away_until(house, house.second_coordinator) is None
    await house.second_coordinator.says(typed.replace("张强", "李敏"))
    assert "替别人记休息" in house.second_coordinator.last.text


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
