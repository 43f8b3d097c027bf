"""/link: two doors of one person become one."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from storage.tables.cases import cases
from storage.tables.people import accounts
from tests.house import Actor, TestHouse

CODE = re.compile(r"<b>([A-Z0-9]{5}-[A-Z0-9]{5})</b>")


async def code_of(actor: Actor) -> str:
    await actor.says("/link")
    found = CODE.search(actor.last.text)
    assert found is not None
    return found[1]


async def filers(house: TestHouse) -> set[int | None]:
    async with house.database.reader() as reader:
        return set(await reader.scalars(select(cases.c.filer_id)))


async def files(actor: Actor, words: str) -> None:
    await actor.says(f"{words}，在幸福路口网格")
    await actor.presses("提交")


async def test_the_doors_that_are_named_are_those_of_this_house(
    house: TestHouse,
) -> None:
    rider, links = house.rider, house.setup.links
    await rider.says("/link")
    assert "能连的入口" not in rider.last.text and "微信" not in rider.last.text
    assert isinstance(links, dict)
    links |= dict.fromkeys(("wechat", "wecom"), "/start {code}")
    await rider.says("/link")
    assert rider.last.text.endswith("能连的入口：微信、企业微信")


async def test_both_doors_have_the_cases_of_both(house: TestHouse) -> None:
    one, other = house.rider, house.second_rider
    await files(one, "路口地砖坏了")
    await files(other, "路灯不亮")
    assert len(await filers(house)) == 2
    await other.says(f"/link {(await code_of(one)).lower()}")
    assert other.last.text == "连上了。两边现在算同一个人，事项都在一起。"
    assert "刚有另一个入口用你的连接码连上了" in one.last.text
    assert len(await filers(house)) == 1
    for door in (one, other):
        await door.says("/my")
        assert "0001" in door.last.text and "0002" in door.last.text


async def test_what_is_not_urgent_goes_where_they_spoke_last(house: TestHouse) -> None:
    one, other = house.rider, house.second_rider
    await files(one, "路口地砖坏了")
    await other.says(f"/link {await code_of(one)}")
    house.clock.now += timedelta(minutes=1)
    await one.says("谢谢")
    one.hears(), other.hears()
    await house.second_coordinator.presses("接单")
    assert "接单了" in one.last.text and "接单了" not in other.last.text


async def test_what_is_urgent_goes_to_all_doors(house: TestHouse) -> None:
    one, other = house.rider, house.second_rider
    await other.says(f"/link {await code_of(one)}")
    house.clock.now += timedelta(minutes=1)
    await one.says("有人晕倒了叫不醒，在幸福路口网格")
    one.hears(), other.hears()
    await house.second_coordinator.presses("接单")
    assert "接单了" in one.last.text and "接单了" in other.last.text


async def test_an_emergency_is_one_at_all_doors(house: TestHouse) -> None:
    one, other = house.rider, house.second_rider
    await other.says(f"/link {await code_of(one)}")
    await one.says("有人晕倒了叫不醒，在幸福路口网格")
    await other.says("他没呼吸了")
    assert "转过去了" in other.last.text
    assert "他没呼吸了" in house.coordinator.last.text
    async with house.database.reader() as reader:
        assert await reader.scalar(select(func.count()).select_from(cases)) == 1
    await other.says("没事了")
    assert "撤了" in other.last.text
    await one.says("没事了")
    assert "确定撤回" not in one.last.text


async def test_a_code_is_good_once_and_for_ten_minutes(house: TestHouse) -> None:
    one, other = house.rider, house.second_rider
    late = await code_of(one)
    house.clock.now += timedelta(minutes=11)
    await other.says(f"/link {late}")
    assert "不对" in other.last.text
    code = await code_of(one)
    await other.says(f"/link {code}")
    await house.stranger.says(f"/link {code}")
    assert "不对" in house.stranger.last.text
    for _ in range(5):
        await house.stranger.says("/link AAAAA-AAAAA")
    assert house.stranger.last.text == "试得太多了，过十分钟再试。"


async def test_two_roles_are_never_mixed_and_one_stays(house: TestHouse) -> None:
    await house.coordinator.says(f"/link {await code_of(house.lead)}")
    assert "两边都有职务" in house.coordinator.last.text
    await house.rider.says(f"/link {await code_of(house.coordinator)}")
    await house.rider.says("/mine")
    assert "不认识" not in house.rider.last.text


@pytest.mark.parametrize("typed", ["one", "other"])
async def test_forgetting_takes_all_doors(house: TestHouse, typed: str) -> None:
    one, other = house.rider, house.second_rider
    await other.says(f"/link {await code_of(one)}")
    door = one if typed == "one" else other
    await door.says("/forget")
    await door.presses("删掉")
    async with house.database.reader() as reader:
        chats = accounts.c.chat.in_([one.chat, other.chat])
        left = await reader.scalar(select(func.count()).where(chats))
    assert left == 0
