"""A rider in WeChat, a coordinator in WeCom, a lead in Telegram: the whole main job."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.messages import Address
from domain.people import Grant, Role
from tests.fakes.telegram.server import FakeTelegram
from tests.telegram.town import PICTURE
from tests.wechat.village import OPENID, Village
from tests.wecom.office import Office

LEAD = 2003
WORDS = {
    "zh-CN": {
        "hazard": "路口地砖坏了",
        "accept": "接单",
        "accepted": "张强 接单了",
        "lead": "我去看看",
        "ask": "问一句",
        "ask?": "想问报事人什么",
        "which": "是哪一块砖？",
        "that": "靠树的那块",
        "resolve": "办好了",
        "how": "怎么解决的",
        "done": "换了新砖",
        "solved": "报事人说：已解决",
    },
    "en": {
        "hazard": "Loose paving slab",
        "accept": "Take it",
        "accepted": "张强 has taken it",
        "lead": "I will have a look",
        "ask": "Ask",
        "ask?": "What would you like to ask",
        "which": "Which slab is it?",
        "that": "the one by the tree",
        "resolve": "Done",
        "how": "What was done?",
        "done": "New slab is in",
        "solved": "The rider says it's solved",
    },
}


class District(Village, Office):
    """Both beside each other, in one house."""


@pytest.fixture
async def district(telegram: FakeTelegram, data: Path) -> AsyncIterator[District]:
    async with District(telegram, data) as running:
        yield running


@pytest.mark.parametrize("language", WORDS)
async def test_a_rider_in_wechat_a_coordinator_in_wecom_a_lead_in_telegram_solve_a_case(
    telegram: FakeTelegram, data: Path, language: str
) -> None:
    made, words = District(telegram, data), WORDS[language]
    made.language = language
    async with made as district:
        zhang, rider = district.zhang, district.wechat.rider(OPENID)
        await district.appoints(zhang)
        await leads(district)
        await zhang.says(f"/lang {language}").over()
        spot = district.place()
        await rider.says(words["hazard"]).over()
        await rider.sends_location(spot.lat, spot.lon).over()
        await rider.says("1").over()
        assert "YH26-0001" in rider.last.words

        card = await district.card(zhang, "YH26-0001")
        await zhang.presses(words["accept"], card).over()
        await district.shows(words["accepted"])
        telegram.user(LEAD).says(f"/tell YH26-0001 {words['lead']}")
        await district.shows(words["lead"])
        await rider.says("/my").over()  # a word: five may be said again
        await zhang.presses(words["ask"], card).over()
        await district.reads(zhang, words["ask?"])
        await zhang.says(words["which"]).over()
        await district.shows(words["which"])
        await rider.says(words["that"]).over()
        await district.reads(zhang, words["that"])
        await zhang.presses(words["resolve"], card).over()
        await district.reads(zhang, words["how"])
        await zhang.sends_photo(PICTURE).over()
        await zhang.says(words["done"]).over()
        await district.shows(words["done"])
        await rider.says("1").over()
        await district.reads(zhang, words["solved"])
        assert rider.faults == 0 and zhang.member.dropped == 0


async def leads(district: District) -> None:
    """The grid's lead, in Telegram."""
    district.telegram.user(LEAD, "赵网格长", language="zh-hans", started=True)
    async with district.house.database.unit() as unit:
        lead = unit.people.meet(Address("telegram", str(LEAD)), "赵网格长", "zh-CN")
        await unit.staff.grant(lead.id, Grant(Role.LEAD, "G01"))


async def test_a_rider_who_follows_again_reads_what_was_done_meanwhile(
    district: District,
) -> None:
    zhang, rider = district.zhang, district.wechat.rider(OPENID)
    await district.appoints(zhang)
    spot = district.place()
    await rider.says("路口地砖坏了").over()
    await rider.sends_location(spot.lat, spot.lon).over()
    await rider.says("1").over()
    card = await district.card(zhang, "YH26-0001")
    await zhang.presses("接单", card).over()
    await rider.unfollows().over()
    await zhang.presses("办好了", card).over()
    await district.reads(zhang, "怎么解决的")
    await zhang.says("换了新砖").over()
    await district.reads(zhang, "报事人现在收不到消息")
    await rider.follows().over()
    back = await district.shows("欢迎回来")
    assert "YH26-0001" in back.words and "已办好，等你确认" in back.words
    await rider.says("1").over()
    await district.shows("换了新砖")
