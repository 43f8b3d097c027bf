"""When less may be said than waits: what goes first, and what the last message says."""

from __future__ import annotations

from datetime import timedelta

import aiohttp
from sqlalchemy import select

from domain.messages import Address, Choice, Matter, Reply
from storage.outbox.letters import NOTICE
from storage.tables.cases import cases
from tests.telegram.town import eventually
from tests.wechat.test_wechat_errors import village
from tests.wechat.test_wechat_riders import files
from tests.wechat.village import OPENID, Village

__all__ = ["village"]

WAITING = (
    ("小事一桩", Matter.NEWS, 1),
    ("办好了", Matter.RESULT, 2),
    ("几个坑？", Matter.QUESTION, 3),
    ("有人来了，别动", Matter.EMERGENCY, 4),
)


async def waits(
    village: Village, waiting: tuple[tuple[str, Matter, int], ...] = WAITING
) -> None:
    async with village.house.database.unit() as unit:
        for text, matter, case in waiting:
            reply = Reply(text=text, matter=matter)
            about = f"YH26-{case:04d}"
            rider = Address("wechat", OPENID)
            unit.outbox.add(rider, reply, NOTICE, case_id=case, about=about)
    village.house.delivery.offer(unit.outbox.handover)


async def leaves(village: Village, many: int) -> None:
    """So many of the rider's messages are left."""
    await village.wechat.rider(OPENID).says("/help").over()
    for number in range(5 - many):
        await village.writes_wechat(f"消息{number}")
        await village.shows(f"消息{number}")


async def test_the_more_important_stands_first_and_is_cut_last(
    village: Village,
) -> None:
    await leaves(village, 2)
    await waits(village)
    shown = await village.shows("小事一桩")
    order = [shown.words.index(words) for words, _, _ in reversed(WAITING)]
    assert order == sorted(order)
    await leaves(village, 2)
    await waits(village, (("长" * 700, Matter.NEWS, 1), WAITING[3]))
    cut = await village.shows("长长长")
    assert cut.words.startswith("有人来了，别动\n\n长长") and "…" in cut.words


async def test_an_emergency_is_never_behind_the_link_of_the_last_message(
    village: Village,
) -> None:
    await leaves(village, 1)
    await waits(village, (WAITING[0], WAITING[3]))
    shown = await village.shows("有人来了，别动")
    assert shown.words.startswith("有人来了，别动\n\n小事一桩\n后面的都在这里")
    assert "?start=letter_" in shown.links[0].id
    await waits(village, (WAITING[0],))
    assert village.wechat.rider(OPENID).last is shown


async def test_what_stands_on_the_page_alone_is_not_chosen_by_a_number(
    village: Village,
) -> None:
    await leaves(village, 1)
    rider = Address("wechat", OPENID)
    async with village.house.database.unit() as unit:
        asked = Reply("要催一催吗？", ((Choice("催", "c:1:hurry"),),))
        unit.outbox.add(rider, asked, NOTICE, case_id=1, about="YH26-0001")
    village.house.delivery.offer(unit.outbox.handover)
    await village.shows("还有 1 条")

    async def covered() -> bool:
        async with village.house.database.unit() as unit:
            known = await unit.offers.last(rider)
        assert known and "c:1:hurry" not in [one.data for one in known.choices]
        return not known.by_number

    await eventually(covered)


async def test_what_only_a_link_went_of_comes_with_the_next_word(
    village: Village,
) -> None:
    """All of it, and once; until then it has not arrived."""
    await leaves(village, 1)
    await village.writes_wechat("别碰灯杆", "等我来")
    await village.shows("还有 2 条")
    rider = village.wechat.rider(OPENID)

    async def missing(many: int) -> bool:
        async with village.house.database.unit() as unit:
            chats = [Address("wechat", OPENID)]
            return await unit.outbox.out_of_reach(1, chats) == many

    await eventually(lambda: missing(2))
    await rider.says("/help").over()
    await village.shows("别碰灯杆\n\n等我来")
    await eventually(lambda: missing(0))
    await rider.says("/help").over()
    assert sum("别碰灯杆" in one.words for one in rider.phone) == 1


async def test_who_opened_the_link_is_not_told_again(
    village: Village, browser: aiohttp.ClientSession
) -> None:
    await leaves(village, 1)
    await village.writes_wechat("别碰灯杆")
    link = (await village.shows("还有 1 条")).links[0].id
    rider = village.wechat.rider(OPENID)
    await village.wechat.settled()
    await village.writes_wechat("读过以后才说的", matter=Matter.RESULT)
    await village.wechat.settled()
    body = {"start": link.partition("?start=")[2]}
    at = f"http://127.0.0.1:{village.port}/api/enter"
    async with browser.post(at, json=body) as answer:
        assert answer.status == 200
    await rider.says("/help").over()
    await village.shows("读过以后才说的")
    assert not any("别碰灯杆" in one.words for one in rider.phone)


async def test_links_speak_the_language_of_whoever_reads_them(
    village: Village,
) -> None:
    await village.wechat.rider(OPENID).says("/lang en").over()
    for number in range(4):
        await village.writes_wechat(f"news {number}")
        await village.shows(f"news {number}")
    await village.writes_wechat("one more", "and another")
    shown = await village.shows("2 more: open them here")
    assert shown.links[0].label == "open them here"


async def test_what_rings_goes_though_other_words_wait(village: Village) -> None:
    await village.wechat.rider(OPENID).says("/help").over()
    village.clock.ahead = timedelta(hours=49)
    await waits(village, (WAITING[0],))
    await village.wechat.settled()
    assert not village.wechat.counts.get("message/template/send")
    await waits(village, (WAITING[2], WAITING[3]))
    await village.shows("事：有人来了，别动")
    await village.shows("事：几个坑？")
    rung = [one for one in village.wechat.rider(OPENID).phone if one.how == "template"]
    assert [one.words[:12] for one in rung] == ["编号：YH26-0004", "编号：YH26-0003"]


async def test_two_results_and_a_number_for_each_wherever_they_stand(
    village: Village,
) -> None:
    """As two messages with the same numbers, and as one in which the numbers go on."""
    rider = village.wechat.rider(OPENID)
    for words in ("路口地砖坏了", "小区门口路灯不亮", "垃圾桶满了", "共享单车堵路"):
        await files(village, words)
    for number in range(1, 5):
        village.coordinator.says(f"/accept YH26-000{number}")
        await village.sees(village.coordinator, f"YH26-000{number} 已接单")
    await rider.says("/help").over()
    for number in (1, 2):
        village.coordinator.says(f"/resolve YH26-000{number} 修好{number}")
        await village.shows(f"修好{number}")
    first, second = (rider.says("1"), rider.says("1"))
    await first.over()
    await second.over()
    states = select(cases.c.state).order_by(cases.c.number)
    await village.rest()
    assert [row.state for row in await village.rows(states)][:2] == ["closed"] * 2
    village.clock.ahead = timedelta(hours=52)  # no quiet hours
    for number in (3, 4):
        village.coordinator.says(f"/resolve YH26-000{number} 好了")
        await village.sees(village.coordinator, f"YH26-000{number} 记下了。📵")
    await eventually(lambda: village.parked("好了", "好了"))
    await rider.says("在吗").over()
    assert "1 已解决 YH26-0003" in rider.last.words
    assert "4 已解决 YH26-0004" in rider.last.words
    assert "报隐患" not in rider.last.words
    await rider.says("1").over()
    await rider.says("4").over()
    await village.rest()
    assert {row.state for row in await village.rows(states)} == {"closed"}
