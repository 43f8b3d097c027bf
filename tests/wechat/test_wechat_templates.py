"""Outside of all windows: what goes as a template, once a case and day, and what waits."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from domain.messages import Address, Matter
from tests.fakes.telegram.server import FakeTelegram
from tests.telegram.town import eventually
from tests.wechat.test_wechat_riders import files
from tests.wechat.village import OPENID, Village

TEMPLATE = {
    "id": "T1",
    "number": "character_string1",
    "what": "thing2",
    "when": "time3",
}
CONTENT = "编号：{{character_string1.DATA}} 事：{{thing2.DATA}} {{time3.DATA}}"


@pytest.fixture
async def away(telegram: FakeTelegram, data: Path) -> Village:
    """The rider has said something, and then nothing for more than two days."""
    village = Village(telegram, data)
    village.over_wechat = {"templates": {"question": TEMPLATE}}
    village.wechat.template("T1", CONTENT)
    return village


async def test_a_question_goes_as_a_template_once_a_day_and_leads_to_the_page(
    away: Village,
) -> None:
    async with away as village:
        rider = village.wechat.rider(OPENID)
        await rider.says("/help").over()
        village.clock.ahead = timedelta(hours=49)
        await village.writes_wechat("有几个坑？", matter=Matter.QUESTION)
        shown = await village.shows("事：有几个坑？")
        assert shown.how == "template" and "?start=letter_" in shown.links[0].id
        await village.writes_wechat("有几个坑？还在吗", matter=Matter.QUESTION)
        await village.writes_wechat("没什么要紧的")
        await village.wechat.settled()
        calls = village.wechat.state.calls
        paths = [call.path for call in calls if not call.errcode]
        assert paths.count("message/template/send") == 1
        await rider.says("在").over()
        waited = ("有几个坑？\n", "还在吗", "没什么要紧的")
        assert all(words in rider.last.words for words in waited)


async def test_a_template_that_could_not_go_goes_later(away: Village) -> None:
    async with away as village:
        rider = village.wechat.rider(OPENID)
        await rider.says("/help").over()
        village.clock.ahead = timedelta(hours=49)
        village.wechat.fail("message/template/send", 45011)
        await village.writes_wechat("有几个坑？", matter=Matter.QUESTION)
        await eventually(lambda: _tried(village))
        await village.writes_wechat("还有件事", "在吗", matter=Matter.QUESTION)
        assert not any(one.how == "template" for one in rider.phone)
        village.clock.ahead = timedelta(hours=50)
        village.house.delivery.at_last(Address("wechat", OPENID))
        assert (await village.shows("事：有几个坑？")).how == "template"


async def _tried(village: Village) -> bool:
    return bool(village.wechat.counts.get("message/template/send"))


async def test_a_template_that_may_have_rung_does_not_ring_again_that_day(
    away: Village,
) -> None:
    async with away as village:
        rider = village.wechat.rider(OPENID)
        await rider.says("/help").over()
        village.clock.ahead = timedelta(hours=49)
        village.wechat.fail(
            "message/template/send", kind="cut", skip=1
        )  # the token is stale first
        await village.writes_wechat("有几个坑？", matter=Matter.QUESTION)
        await village.shows("事：有几个坑？")
        village.clock.ahead = timedelta(hours=50)
        village.house.delivery.at_last(Address("wechat", OPENID))
        await village.writes_wechat("还有件事", "在吗", matter=Matter.QUESTION)
        await village.wechat.settled()
        assert [one.how for one in rider.phone].count("template") == 1
        await rider.says("在").over()
        assert "有几个坑？" in rider.last.words


async def test_a_template_for_which_there_was_no_token_never_left(
    away: Village,
) -> None:
    async with away as village:
        rider = village.wechat.rider(OPENID)
        await rider.says("/help").over()
        village.clock.ahead = timedelta(hours=49)
        wechat = village.house.channels["wechat"]
        wechat._api._until = 0.0  # type: ignore[attr-defined]
        village.wechat.fail("stable_token", kind="cut")
        await village.writes_wechat("有几个坑？", matter=Matter.QUESTION)
        village.house.delivery.at_last(Address("wechat", OPENID))
        assert (await village.shows("事：有几个坑？")).how == "template"


async def test_without_a_template_it_waits(away: Village) -> None:
    away.over_wechat = {}
    async with away as village:
        rider = village.wechat.rider(OPENID)
        await rider.says("/help").over()
        village.clock.ahead = timedelta(hours=49)
        await village.writes_wechat("有几个坑？", matter=Matter.QUESTION)
        assert not village.wechat.counts.get("message/template/send")
        await rider.says("在").over()
        assert "有几个坑？" in rider.last.words


async def test_a_ring_tells_no_question_and_the_next_word_is_no_answer_to_it(
    away: Village,
) -> None:
    async with away as village:
        await files(village)
        village.clock.ahead = timedelta(hours=52)
        village.coordinator.says("/ask YH26-0001 有几个坑？")
        await eventually(lambda: village.parked("几个坑"))
        rider = village.wechat.rider(OPENID)
        await eventually(lambda: _rang(village))
        assert "事：道路井盖：有人问你，点开回答" in rider.last.words
        assert not any("几个坑" in one.words for one in rider.phone)
        await rider.says("我到了").over()
        assert "几个坑" in rider.last.words and "已转给" not in rider.last.words


async def _rang(village: Village) -> bool:
    rider = village.wechat.rider(OPENID)
    return any(one.how == "template" for one in rider.phone)


async def test_admins_hear_of_a_template_that_wechat_does_not_know(
    away: Village,
) -> None:
    async with away as village:
        rider = village.wechat.rider(OPENID)
        await rider.says("/help").over()
        village.clock.ahead = timedelta(hours=49)
        village.wechat.fail("message/template/send", 40037)
        await village.writes_wechat("有几个坑？", matter=Matter.QUESTION)
        await eventually(lambda: _known(village, "template"))
        await village.house.watching.look()
        await village.sees(village.admin, "有个模板消息发不出去")
        await rider.says("在").over()
        assert "有几个坑？" in rider.last.words
        village.clock.ahead = timedelta(hours=99)
        await village.writes_wechat("还有件事", matter=Matter.QUESTION)
        await village.shows("事：还有件事")
        await eventually(lambda: _known(village, ""))


async def _known(village: Village, trouble: str) -> bool:
    return village.house.setup.refusals.get("wechat", "") == trouble
