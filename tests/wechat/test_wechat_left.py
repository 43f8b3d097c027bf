"""What stays in the house of somebody in WeChat: nothing of whoever left, and no more of a tap than
a tap opens.
"""

from __future__ import annotations

import asyncio
from datetime import timedelta

from sqlalchemy import String, select

from bot.channels.wechat.draw import LONGEST, text_of
from bot.channels.wechat.quotas import WRITTEN_EVERY
from domain.messages import Address, Choice, Reply
from storage.outbox.letters import NOTICE
from storage.tables.messages import quotas
from storage.tables.metadata import metadata
from tests.telegram.town import eventually
from tests.wechat.village import OPENID, Village

SEND = "message/custom/send"


async def test_whoever_left_has_no_row_of_what_may_be_said_to_them(
    village: Village,
) -> None:
    rider = village.wechat.rider(OPENID)
    rows = select(quotas.c.chat)
    await rider.unfollows().over()
    await rider.follows("g_G01").over()
    await rider.says("路口地砖坏了").over()
    await eventually(lambda: village.rows(rows))
    await rider.says("/forget").over()
    await village.rest()
    await rider.taps("删掉我的信息").over()
    assert "删好了" in rider.last.words
    await asyncio.sleep(WRITTEN_EVERY * 1.2)
    assert await village.rows(rows) == []
    # nor is the address anywhere else but on the goodbye
    assert await named(village, OPENID) == {"outbox.chat"}
    await rider.says("路口地砖坏了").over()
    assert "在哪儿" in rider.last.words


async def named(village: Village, openid: str) -> set[str]:
    """Every column in which the address can be read."""
    every = [column for table in metadata.sorted_tables for column in table.c]
    texts = [one for one in every if isinstance(one.type, String)]
    found = set()
    for column in texts:
        if await village.rows(select(column).where(column.contains(openid))):
            found.add(f"{column.table.name}.{column.name}")
    return found


async def test_a_tap_on_a_line_that_says_its_label_opens_a_minute_only(
    village: Village,
) -> None:
    rider = village.wechat.rider(OPENID)
    await rider.says("/help").over()
    async with village.house.database.unit() as unit:
        said = Reply(text="选一个", choices=((Choice("谢谢", ""),),))
        unit.outbox.add(Address("wechat", OPENID), said, NOTICE)
    village.house.delivery.offer(unit.outbox.handover)
    await village.shows("选一个")
    village.clock.ahead += timedelta(hours=50)
    await rider.taps("谢谢").over()
    village.clock.ahead += timedelta(minutes=2)
    asked = village.wechat.counts[SEND]
    await village.writes_wechat("有消息")
    await eventually(lambda: village.parked("有消息"))
    assert village.wechat.counts[SEND] == asked


def test_choices_that_are_too_long_for_links_are_numbers_to_type() -> None:
    many = [Choice(f"{number} {'路' * 38}", f"x:{'y' * 60}") for number in range(1, 7)]
    reply = Reply(text="哪一个？", choices=tuple((one,) for one in many))
    shown = text_of(reply)
    assert len(shown.encode()) <= LONGEST
    assert shown.split("\n") == ["哪一个？", *(one.label for one in many)]
