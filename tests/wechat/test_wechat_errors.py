"""Every error code of WeChat's table does what the table says."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from bot.channels.wechat.errors import GONE, judged, shape
from bot.channels.wechat.holds import midnight
from domain.messages import Address, Matter
from storage.tables.messages import outbox, quotas
from tests.architecture.code import ROOT
from tests.fakes.telegram.server import FakeTelegram
from tests.house import MORNING
from tests.telegram.town import eventually
from tests.wechat.test_wechat_templates import CONTENT, TEMPLATE
from tests.wechat.village import Village

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
SECRET_WORDS = "王师傅住三楼"
SEND, RING = "message/custom/send", "message/template/send"


@dataclass(frozen=True)
class Row:
    """How a message ends that was refused with a code: its state, after how long it is tried
    again, what admins hear, what is left of the rider's five, and how often WeChat was asked.
    """

    code: int
    state: str = "waiting"
    after: timedelta = timedelta(hours=49)
    trouble: str = ""
    left: int = 5
    asked: int = 1


ROWS = (
    Row(45015, left=0),
    Row(45047, left=0),
    *(Row(code, after=MINUTE, trouble="access", asked=2) for code in (40001, 42001)),
    Row(40014, after=MINUTE, trouble="access", asked=2),
    Row(40164, after=MINUTE, trouble="address"),
    Row(45011, after=MINUTE),
    *(Row(code, "gave_up") for code in (40003, 43004, 43019, 50005)),
    *(Row(code, "gave_up") for code in (40033, 45002, 44004, 47001, 47003)),
    *(Row(code, "gave_up") for code in (40037, 40008)),
    Row(45009, after=HOUR, trouble="day"),
    Row(48001, trouble="rights"),
)
"""Without -1, 43101, 40007 and 40200, which the tests below have."""


@pytest.fixture
async def village(telegram: FakeTelegram, data: Path) -> AsyncIterator[Village]:
    made = Village(telegram, data)
    made.over_wechat = {"templates": {"question": TEMPLATE, "emergency": TEMPLATE}}
    made.wechat.template("T1", CONTENT)
    async with made as running:
        yield running


async def ended(village: Village, openid: str, why: str = "errcode") -> Any:
    """The letter that was refused."""
    c = outbox.c
    refused = select(outbox).where(c.chat == openid, c.error.startswith(why))
    (row,) = await eventually(lambda: village.rows(refused))
    return row


async def arrives(village: Village, openid: str, words: str) -> None:
    village.house.delivery.at_last(Address("wechat", openid))
    await village.shows(words, openid)


async def test_what_becomes_of_a_message_by_each_code(village: Village) -> None:
    refusals = village.house.setup.refusals
    for number, row in enumerate(ROWS):
        openid = f"oRider{number:04d}"
        # past the holds of the row before
        village.clock.ahead += timedelta(days=1)
        await village.wechat.rider(openid).says("/help").over()
        before = village.wechat.counts.get(SEND, 0)
        village.wechat.fail(SEND, row.code, times=row.asked)
        with capture_logs() as logged:
            await village.writes_wechat(SECRET_WORDS, openid=openid)
            waits = row.state == "waiting" and row.after > HOUR
            why = "they have to say" if waits else f"errcode {row.code}"
            letter = await ended(village, openid, why)
        after = letter.due_at - village.clock()
        assert letter.state == row.state, row
        assert letter.state != "waiting" or abs(after - row.after) < MINUTE / 6, row
        assert refusals.get("wechat", "") == row.trouble, row
        assert village.wechat.counts.get(SEND, 0) - before == row.asked, row
        wechat = village.house.channels["wechat"]
        left = (await wechat._quotas.of(openid)).left  # type: ignore[attr-defined]
        assert left == row.left, row
        assert SECRET_WORDS not in str(logged)
        if row.state == "waiting" and row.after < HOUR:
            village.clock.ahead += MINUTE + timedelta(seconds=1)
            await arrives(village, openid, SECRET_WORDS)
            await eventually(lambda: nothing(refusals))


async def nothing(refusals: dict[str, str]) -> bool:
    return not refusals


async def test_a_right_that_the_account_lacks_is_not_asked_for_again(
    village: Village,
) -> None:
    """Nothing is lost by it, and whoever runs it hears of it once."""
    first, second = village.wechat.rider("oFirst"), village.wechat.rider("oSecond")
    for rider in (first, second):
        await rider.says("/help").over()
    village.wechat.fail(SEND, 40200)
    village.wechat.fail(RING, 48001)
    await village.writes_wechat("第一句", matter=Matter.EMERGENCY, openid="oFirst")
    await ended(village, "oFirst", "they have to say")
    await village.writes_wechat("另一句", matter=Matter.EMERGENCY, openid="oSecond")
    await ended(village, "oSecond", "they have to say")
    counts = village.wechat.counts
    assert (counts[SEND], counts[RING]) == (1, 1)
    await village.house.watching.look()
    await village.sees(village.admin, "有些事不让这个号做")
    village.admin.says("/health")
    await village.sees(village.admin, "有些事不让这个号做")
    for rider, words in ((first, "第一句"), (second, "另一句")):
        await rider.says("在").over()
        assert words in rider.last.words and rider.last.how == "passive"


async def test_what_the_whole_account_may_not_is_asked_by_nobody(
    village: Village,
) -> None:
    """An address that is not in the list: one call a minute, not one for each rider."""
    riders = ("oFirst", "oSecond", "oThird")
    for openid in riders:
        await village.wechat.rider(openid).says("/help").over()
    village.wechat.fail(SEND, 40164)
    for openid in riders:
        await village.writes_wechat("有消息", openid=openid)
        assert (await ended(village, openid)).state == "waiting"
    assert village.wechat.counts[SEND] == 1
    village.clock.ahead += MINUTE + timedelta(seconds=1)
    for openid in riders:
        await arrives(village, openid, "有消息")
    left = await village.rows(select(quotas.c.left))
    await eventually(lambda: village.rows(select(quotas.c.chat)))
    assert all(row.left == 4 for row in left)


async def test_who_refuses_templates_gets_none_any_more(village: Village) -> None:
    rider = village.wechat.rider("oQuiet")
    await rider.says("/help").over()
    village.clock.ahead += timedelta(hours=50)
    village.wechat.fail(RING, 43101)
    for day in range(2):
        village.clock.ahead += timedelta(days=day)
        await village.writes_wechat("几个坑？", matter=Matter.QUESTION, openid="oQuiet")
        await ended_all(village, "oQuiet", day + 1)
    assert village.wechat.counts[RING] == 1
    await rider.says("在").over()
    assert "几个坑？" in rider.last.words


async def ended_all(village: Village, openid: str, many: int) -> None:
    c = outbox.c
    waiting = select(c.id).where(c.chat == openid, c.error.startswith("they have"))

    async def found() -> bool:
        return len(await village.rows(waiting)) == many

    await eventually(found)


async def test_a_template_that_cannot_go_now_is_tried_again_in_a_while(
    village: Village,
) -> None:
    rider = village.wechat.rider("oAway")
    await rider.says("/help").over()
    village.clock.ahead += timedelta(hours=50)
    village.wechat.fail(RING, 45011)
    await village.writes_wechat("几个坑？", matter=Matter.QUESTION, openid="oAway")
    row = await ended(village, "oAway")
    assert row.due_at - village.clock() < HOUR


def test_what_no_letter_can_help() -> None:
    busy = judged(Refused(-1))
    assert not busy.permanent and busy.after is None and not busy.busy
    assert judged(Uncertain()).uncertain and not judged(Unreached()).permanent
    assert judged(Refused(40007)).permanent, "a file too old: its other copy is tried"
    assert all(judged(Refused(code)).gone for code in GONE)
    for code in (40013, 40125):
        error = judged(Refused(code))
        assert (error.after, error.busy, error.permanent) == (MINUTE, True, False)
    assert not judged(Refused(403)).permanent, "a proxy between us and WeChat"
    body = {"touser": "oR", "text": {"content": SECRET_WORDS}, "list": [{"n": 1}]}
    kept = {"touser": 2, "text": {"content": 6}, "list": [{"n": "int"}]}
    assert shape(body) == kept


def test_a_day_of_calls_begins_at_midnight_in_china() -> None:
    assert f"{midnight(MORNING):%F %H:%M %z}" == "2026-11-24 00:00 +0800"


ELSEWHERE = {-1, 43101, 40007, 40200, 40013, 40125}
"""What tests of their own have."""


@pytest.mark.parametrize("name", ["wechat.md", "wechat.zh-CN.md"])
def test_the_documents_have_each_of_these_codes_and_no_other(name: str) -> None:
    text = (ROOT / "docs" / name).read_text("utf-8")
    told = {
        int(code)
        for line in text.rpartition("\n| errcode |")[2].splitlines()
        if line.startswith("| ") and "–" not in line.split("|")[1]
        for code in re.findall(r"-?(?<![0-9])[0-9]{1,6}(?![0-9])", line.split("|")[1])
    }
    assert told == {row.code for row in ROWS} | ELSEWHERE
