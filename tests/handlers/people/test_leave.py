"""/away: until when, who may say it of whom, and that nothing is handed over unasked."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.messages import EventKind
from domain.people import Person
from handlers.texts.sentences import label
from tests.house import Actor, TestHouse

ZONE = ZoneInfo("Asia/Shanghai")
OLD = label("zh-CN", "refuse-old-button")


def staff(house: TestHouse, chat: str) -> Person:
    """Somebody of the cast as they are now."""
    return house.database.directory.staff[house.people[chat].id]


def until(house: TestHouse, chat: str = "coordinator") -> str:
    at = staff(house, chat).away_until
    return f"{at.astimezone(ZONE):%Y-%m-%d %H:%M}" if at else ""


async def carried(house: TestHouse, chat: str) -> int:
    async with house.database.unit() as unit:
        return len(await unit.cases.carried_by(house.people[chat].id, 100))


async def pressed(who: Actor, data: str) -> str:
    """The word at the top of the screen after a press with these data."""
    await who.does(kind=EventKind.PRESS, data=data, press_ref="p", message_id="0")
    return who.toast


@pytest.mark.parametrize(
    ("said", "at"),
    (
        ("3d", "2026-11-26 00:00"),
        ("3", "2026-11-26 00:00"),
        ("3天", "2026-11-26 00:00"),
        ("12-01", "2026-12-01 00:00"),
        ("2026-12-01", "2026-12-01 00:00"),
        ("12月1日", "2026-12-01 00:00"),
        ("12.1", "2026-12-01 00:00"),
        ("01-05", "2027-01-05 00:00"),
        ("366", "2027-11-24 00:00"),
        ("12－01", "2026-12-01 00:00"),
        ("明天", "2026-11-24 00:00"),
        ("下周一", "2026-11-30 00:00"),
        ("3 days", "2026-11-26 00:00"),
        ("一周", "2026-11-30 00:00"),
        ("明天下午2点", "2026-11-24 14:00"),
        ("4h", "2026-11-23 14:00"),
    ),
)
async def test_the_day_on_which_they_are_back_is_understood(
    house: TestHouse, said: str, at: str
) -> None:
    await house.coordinator.says(f"/away {said}")
    assert until(house) == at


@pytest.mark.parametrize(
    "said",
    (
        "昨天",
        "今天",
        "11-23",
        "2026-11-22",
        "0",
        "367",
        "2030-01-01",
        "x",
        "12-01 左右",
        "3d 吧",
    ),
)
async def test_what_is_not_understood_whole_or_lies_outside_a_year_is_refused(
    house: TestHouse, said: str
) -> None:
    await house.coordinator.says(f"/away {said}")
    assert house.coordinator.last.text == label("zh-CN", "refuse-away", word=said)
    assert until(house) == ""


async def test_new_cases_go_to_others_at_once_and_the_carried_stay_until_the_press(
    house: TestHouse,
) -> None:
    await house.files_hazard()
    chat, away = "coordinator", house.coordinator
    if not await carried(house, chat):
        chat, away = "coordinator2", house.second_coordinator
    await away.says("/away 3d")
    assert await carried(house, chat) == 1
    for rider in (house.rider, house.second_rider, house.stranger):
        await house.files_hazard(rider, "护栏断了")
    assert await carried(house, chat) == 1
    await away.presses("交给同事")
    assert await carried(house, chat) == 0


async def test_nothing_is_asked_of_whom_carries_nothing(house: TestHouse) -> None:
    await house.coordinator.says("/away 3d")
    assert house.coordinator.last.text == label(
        "zh-CN", "done-away", name="李敏", at="11月26日", count=0
    )
    assert house.coordinator.last.labels == []


async def test_a_forged_press_hands_nothing_over(house: TestHouse) -> None:
    for rider in (house.rider, house.second_rider):
        await house.files_hazard(rider)
    person = staff(house, "coordinator")
    assert await pressed(house.coordinator, f"w:{person.id}:0") == OLD
    await house.coordinator.says("/away 3d")
    away = staff(house, "coordinator").away_until
    assert away is not None
    stamp = int(away.timestamp())
    before = await carried(house, "coordinator")
    assert before
    for who in (
        house.far_coordinator,
        house.second_coordinator,
        house.rider,
        house.stranger,
    ):
        assert await pressed(who, f"w:{person.id}:{stamp}") == OLD
    for data in (
        "w:",
        "w:x:y",
        f"w:{person.id}",
        f"w:{person.id}:{stamp + 1}",
        "w:999:1",
    ):
        assert await pressed(house.coordinator, data) == OLD
    assert await carried(house, "coordinator") == before
    await pressed(house.lead, f"w:{person.id}:{stamp}")
    assert await carried(house, "coordinator") == 0


async def test_a_leave_that_was_changed_since_is_not_the_one_that_was_asked_about(
    house: TestHouse,
) -> None:
    for rider in (house.rider, house.second_rider):
        await house.files_hazard(rider)
    await house.coordinator.says("/away 3d")
    asked = house.coordinator.last
    await house.coordinator.says("/away 4d")
    await house.coordinator.presses("交给同事", on=asked)
    assert house.coordinator.toast == OLD
    await house.coordinator.presses("交给同事")
    assert "已转给同事" in house.coordinator.last.text


async def test_who_is_not_anybodys_head_sends_only_themselves(house: TestHouse) -> None:
    await house.coordinator.says("/away 张强 3d")
    refused = label("zh-CN", "refuse-away-other", name="张强")
    assert house.coordinator.last.text == refused
    assert until(house, "coordinator2") == ""
    await house.coordinator.says("/away 没这人 3d")
    refused = label("zh-CN", "refuse-away", word="没这人 3d")
    assert house.coordinator.last.text == refused


async def test_they_get_cases_again_when_the_leave_is_over(house: TestHouse) -> None:
    await house.coordinator.says("/away 明天下午2点")
    person = staff(house, "coordinator")
    assert person.away(house.clock.now + timedelta(hours=27))
    assert not person.away(house.clock.now + timedelta(hours=28))
    assert datetime.fromisoformat(until(house)) == datetime(2026, 11, 24, 14)


async def test_what_is_asked_is_what_is_done(house: TestHouse) -> None:
    """Colleagues get as many as the question said, however much they carry already."""
    for name in ("孙丽", "吴岩"):
        await house.joins(Actor(house, name, name), "coordinator", "G01")
    for number in range(13):
        rider = Actor(house, f"rider-{number}", "小王")
        await house.files_hazard(rider, f"地砖坏了{number}")
    before = {chat: await carried(house, chat) for chat in house.people}
    await house.coordinator.says("/away 3d")
    asked = house.coordinator.last.text
    await house.coordinator.presses("交给同事")
    gained = 0
    for chat, person in house.people.items():
        more = await carried(house, chat) - before[chat]
        if more > 0:
            assert f"{person.name} {more} 件" in asked
            gained += more
    assert gained == before["coordinator"] > 0
    assert f"手上 {gained} 件" in asked


async def test_whoever_gets_thirty_cases_gets_one_message(house: TestHouse) -> None:
    for number in range(30):
        rider = Actor(house, f"rider-{number}", "小王")
        await house.files_hazard(rider, f"地砖坏了{number}", "G08")
    assert await carried(house, "far") == 30
    before = len(house.admin.sees)
    await house.far_coordinator.says("/away 3d")
    assert "手上 30 件交给同事（陈主任 30 件）？" in house.far_coordinator.last.text
    await house.far_coordinator.presses("交给同事")
    (only,) = house.admin.sees[before:]
    assert "这 30 件转到你手上了" in only.text
    await house.admin.presses("我手上的")
    assert "我手上 30 件" in house.admin.last.text


async def test_where_nobody_else_is_there_nothing_is_offered(house: TestHouse) -> None:
    others = [
        person
        for person in house.database.directory.staff.values()
        if person.id != house.people["far"].id
    ]
    async with house.database.unit() as unit:
        for person in others:
            for grant in person.grants:
                assert await unit.staff.revoke(person.id, grant)
    await house.files_hazard(house.rider, "地砖坏了", "G08")
    await house.far_coordinator.says("/away 3d")
    said = label("zh-CN", "ask-away-nobody", name="王芳", at="11月26日", count=1)
    assert house.far_coordinator.last.text == said
    assert house.far_coordinator.last.labels == []
