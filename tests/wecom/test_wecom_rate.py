"""What goes beyond 30 a minute and 1,000 an hour is dropped there, and nobody is told: it waits
here.
"""

from __future__ import annotations

from bot.channels.wecom.meter import Meter
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
    for arrived in (15, 30):
        await office.writes_wecom("zhangqiang", *map(str, range(15)))
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
