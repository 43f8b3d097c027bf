"""What goes beyond 30 a minute and 1,000 an hour is dropped there, and nobody is told: it waits
here. What is pressing waits behind nothing of it: a part of the minute is kept for it.
"""

from __future__ import annotations

import asyncio

from bot.channels.wecom.api import PACE
from bot.channels.wecom.meter import Meter
from domain.messages import Address, Choice, Matter, Reply
from storage.outbox.letters import NOTICE
from tests.wecom.office import Office


def test_no_minute_has_more_than_thirty_and_no_hour_more_than_a_thousand() -> None:
    meter, now, sent = Meter(), 0.0, list[float]()
    while now < 2 * 3600:
        many = 1 + len(sent) % 4
        wait = meter.wait("zhang", many, now)
        if wait == 0:
            for _ in range(many):
                meter.count("zhang", now)
            sent += [now] * many
        now += wait
        assert meter.wait("li", 4, now) == 0
    for seconds, most in ((60, 30), (3600, 1000)):
        assert max(_within(sent, at, seconds) for at in sent[::7]) <= most
    assert len(sent) > 1900


def _within(sent: list[float], at: float, seconds: float) -> int:
    return sum(at <= one < at + seconds for one in sent)


async def test_a_burst_is_not_sent_faster_than_wecom_delivers_though_the_house_restarts(
    office: Office,
) -> None:
    zhang = office.zhang
    await office.appoints(zhang)
    for arrived, matter in ((15, Matter.NEWS), (30, Matter.EMERGENCY)):
        await office.writes_wecom("zhangqiang", *map(str, range(15)), matter=matter)
        await office.wecom.until(lambda: len(zhang.phone) >= arrived)  # noqa: B023
        await office.rest()
        await office.close()
        await office.open()
    await office.writes_wecom("zhangqiang", "one too many")
    await office.said_wait("more than WeCom delivers")
    assert len(zhang.phone) == 30 and zhang.member.dropped == 0
    office.wecom.state.calls.clear()
    await office.writes_wecom("li.min", "to somebody else")
    await office.reads(office.li, "to somebody else")


async def test_an_alarm_does_not_wait_for_the_minute_of_sixty_others(
    office: Office,
) -> None:
    """Nor where the house begins anew meanwhile; an answer does not either."""
    zhang = office.zhang
    await office.appoints(zhang)
    await office.writes_wecom("zhangqiang", *(f"n{number}" for number in range(60)))
    await office.wecom.until(lambda: len(zhang.phone) >= 15)
    begun = asyncio.get_running_loop().time()
    await office.writes_wecom("zhangqiang", "🚨 at once", matter=Matter.EMERGENCY)
    await office.reads(zhang, "🚨 at once")
    assert asyncio.get_running_loop().time() - begun < PACE[0] / 2
    await office.house.delivery.settle(1)
    await office.close()
    await office.open()
    await office.said_wait("more than WeCom delivers")
    assert [one.words for one in zhang.phone[:15]] == [f"n{one}" for one in range(15)]
    assert len(zhang.phone) == 25
    await office.writes_wecom("zhangqiang", "🚨 first", matter=Matter.EMERGENCY)
    await office.reads(zhang, "🚨 first")
    await zhang.says("/queue").over()
    await office.wecom.until(lambda: len(zhang.phone) >= 27)

    await office.house.delivery.settle(1)
    await office.writes_wecom("zhangqiang", "🚨 second", matter=Matter.EMERGENCY)
    await office.close()
    await office.open()
    await office.reads(zhang, "🚨 second")
    await office.said_wait("more than WeCom delivers")
    assert len(zhang.phone) == 28 and zhang.member.dropped == 0


async def test_a_text_before_its_card_counts_after_a_restart_too(
    office: Office,
) -> None:
    zhang = office.zhang
    await office.appoints(zhang)
    long = Reply("话" * 400, ((Choice("好", "x:yes"),),), matter=Matter.EMERGENCY)
    async with office.house.database.unit() as unit:
        for _ in range(10):
            unit.outbox.add(Address("wecom", "zhangqiang"), long, NOTICE)
    office.house.delivery.offer(unit.outbox.handover)
    await office.wecom.until(lambda: len(zhang.phone) >= 20)
    await office.rest()
    await office.close()
    await office.open()
    words = map(str, range(15))
    await office.writes_wecom("zhangqiang", *words, matter=Matter.EMERGENCY)
    await office.said_wait("more than WeCom delivers")
    assert len(zhang.phone) == 30 and zhang.member.dropped == 0
