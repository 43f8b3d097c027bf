"""The main job with everybody: a rider in WeChat, a coordinator and a lead in Telegram; what it
asks of the rider, and what of the messages that may be sent to them.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import select

from domain.messages import Address, Event
from domain.people import Grant, Role
from storage.tables.cases import cases
from storage.tables.people import accounts
from tests.fakes.telegram.server import FakeTelegram
from tests.fakes.wechat.callbacks import Callback
from tests.telegram.town import PICTURE, eventually
from tests.wechat.village import OPENID, Village

LEAD = 2003
WORDS = {
    "zh-CN": {
        "hazard": "路口地砖坏了",
        "where": "在哪儿？发个位置",
        "look": "看一眼，没错就点「提交」",
        "nine": "📷 9 张照片",
        "receipt": "✅ 收到，编号 YH26-0001",
        "lead": "我去看看",
        "accept": "接单",
        "accepted": "接单了",
        "resolve": "办好了",
        "how": "怎么解决的",
        "done": "换了新地砖",
        "solved?": "解决了吗",
        "rate": "办结了",
        "thanks": "　⭐⭐⭐⭐　谢谢你！",
        "glad": "干得好",
        "other": "小区门口路灯不亮",
        "old": "回到微信，对公众号说「我的事项」",
    },
    "en": {
        "hazard": "Loose paving slab",
        "where": "Where is it? Send your location",
        "look": "Have a look, then press Submit",
        "nine": "📷 9 photos",
        "receipt": "✅ Got it: YH26-0001",
        "lead": "I will have a look",
        "accept": "Take it",
        "accepted": "has taken it",
        "resolve": "Done",
        "how": "What was done?",
        "done": "New slab is in",
        "solved?": "Is it solved?",
        "rate": "is closed",
        "thanks": "  ⭐⭐⭐⭐  Thank you!",
        "glad": "Well done!",
        "other": "The street light at the gate is out",
        "old": "Go back to WeChat, say “my cases” to the account",
    },
}


@pytest.fixture(params=WORDS)
async def everybody(
    request: pytest.FixtureRequest, telegram: FakeTelegram, data: Path
) -> AsyncIterator[Village]:
    made = Village(telegram, data)
    made.language = request.param
    async with made as village:
        await staff(village)
        yield village


async def staff(village: Village) -> None:
    """All speak one language, and the grid has a lead."""
    village.telegram.user(LEAD, "赵网格长", language="zh-hans", started=True)
    async with village.house.database.unit() as unit:
        lead = unit.people.meet(Address("telegram", str(LEAD)), "赵网格长", "zh-CN")
        await unit.staff.grant(lead.id, Grant(Role.LEAD, "G01"))
    village.coordinator.says(f"/lang {village.language}")


async def test_filing_with_nine_photos_to_rating(everybody: Village) -> None:
    village, words = everybody, WORDS[everybody.language]
    rider, spot, inputs = village.wechat.rider(OPENID), village.place(), 0

    async def does(*callbacks: Callback) -> str:
        nonlocal inputs
        inputs += 1
        for callback in callbacks:
            await callback.over()
        assert rider.last.how == "passive"
        return rider.last.words

    assert words["where"] in await does(*rider.sends_photos([PICTURE] * 9))
    assert words["where"] in await does(rider.says(words["hazard"]))
    summary = await does(rider.sends_location(spot.lat, spot.lon))
    assert words["look"] in summary and words["nine"] in summary
    assert words["receipt"] in await does(rider.says("1"))
    assert customer_messages(village) == 0

    card = await village.sees(village.group, "YH26-0001")
    village.telegram.user(LEAD).says(f"/tell YH26-0001 {words['lead']}")
    await village.shows(words["lead"])
    village.coordinator.presses(words["accept"], card)
    await village.shows(words["accepted"])
    village.coordinator.presses(words["resolve"], card)
    await village.sees(village.coordinator, words["how"])
    village.coordinator.sends_photo(PICTURE, words["done"])
    result = await village.shows(words["solved?"])
    assert words["done"] in result.words
    assert [one.id.startswith(page(village)) for one in result.links] == [True]

    assert words["rate"] in await does(rider.says("１"))
    assert words["thanks"] in await does(rider.says("4"))
    await village.sees(village.coordinator, words["glad"])
    assert inputs == 6
    # the lead's word, taken, done: two more may be said before their next word
    assert [one.how for one in rider.phone].count("customer") == 3
    assert customer_messages(village) == 3
    assert rider.faults == 0
    rows = await village.rows(select(cases.c.state, cases.c.rating))
    assert [tuple(row) for row in rows] == [("closed", 4)]


async def test_two_links_open_one_page_and_who_spoke_there_hears_in_wechat_too(
    everybody: Village,
) -> None:
    village, spot = everybody, everybody.place()
    rider = village.wechat.rider(OPENID)
    await rider.says(WORDS[village.language]["hazard"]).over()
    await rider.sends_location(spot.lat, spot.lon).over()
    await rider.says("1").over()
    for word in ("天", "地"):
        village.coordinator.says(f"/tell YH26-0001 {word * 700}")
        assert (await village.shows(word * 9)).links
    at = select(accounts.c.chat).where(accounts.c.channel == "web")
    (page_of_rider,) = await village.rows(at)
    here = Address("web", page_of_rider.chat)
    await village.house.intake.handle([Event("said", here, here, text="?")])
    village.coordinator.says("/tell YH26-0001 hello")
    assert (await village.shows("hello")).how == "customer"


async def test_a_link_in_a_letter_opens_the_case_that_it_is_about(
    everybody: Village, browser: aiohttp.ClientSession
) -> None:
    village, words = everybody, WORDS[everybody.language]
    rider, spot = village.wechat.rider(OPENID), village.place()
    for said in (words["hazard"], words["other"]):
        await rider.says(said).over()
        await rider.sends_location(spot.lat, spot.lon).over()
        await rider.says("1").over()
    for number in ("YH26-0001", "YH26-0002"):
        village.coordinator.says(f"/tell {number} {number[-1] * 2000}")
        link = (await village.shows(number[-1] * 9)).links[0].id
        start = link.partition("?start=")[2]
        await enters(village, browser, start)

        async def landed(title: str = f"<b>{number} · ") -> bool:
            async with browser.get(f"{url(village)}/api/chat/me/log") as answer:
                shown = (await answer.json())["messages"]
            return title in shown[-1]["html"]

        await eventually(landed)
    browser.cookie_jar.clear()
    assert words["old"] in await enters(village, browser, start)


async def enters(village: Village, browser: aiohttp.ClientSession, start: str) -> str:
    """As the page does at a press. Returns the first thing that stands there."""
    at, body = url(village), {"start": start}
    async with browser.post(f"{at}/api/enter", json=body) as answer:
        assert answer.status == 200
    async with browser.get(f"{at}/api/chat/me/log") as answer:
        return str((await answer.json())["messages"][0]["html"])


def url(village: Village) -> str:
    return f"http://127.0.0.1:{village.port}"


def customer_messages(village: Village) -> int:
    """How many were sent of those that count."""
    calls = village.wechat.state.calls
    return sum(call.path == "message/custom/send" for call in calls)


def page(village: Village) -> str:
    return f"{url(village)}/?start=letter_"
