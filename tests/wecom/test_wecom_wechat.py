"""A rider in WeChat and a coordinator in WeCom: the whole main job without Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.fakes.telegram_server import FakeTelegram
from tests.telegram.town import PICTURE
from tests.wechat.village import OPENID, Village
from tests.wecom.office import Office


class District(Village, Office):
    """Both beside each other, in one house."""


@pytest.fixture
async def district(telegram: FakeTelegram, data: Path) -> AsyncIterator[District]:
    async with District(telegram, data) as running:
        yield running


async def test_a_rider_in_wechat_and_a_coordinator_in_wecom_solve_a_case(
    district: District,
) -> None:
    zhang, rider = district.zhang, district.wechat.rider(OPENID)
    await district.appoints(zhang)
    spot = district.place()
    await rider.says("路口地砖坏了").over()
    await rider.sends_location(spot.lat, spot.lon).over()
    await rider.says("1").over()
    assert "YH26-0001" in rider.last.words

    card = await district.card(zhang, "YH26-0001")
    await zhang.presses("接单", card).over()
    await district.shows("张强 接单了")
    await zhang.presses("问一句", card).over()
    await district.reads(zhang, "想问报事人什么")
    await zhang.says("是哪一块砖？").over()
    await district.shows("是哪一块砖？")
    await rider.says("靠树的那块").over()
    await district.reads(zhang, "靠树的那块")
    await zhang.presses("办好了", card).over()
    await district.reads(zhang, "怎么解决的")
    await zhang.sends_photo(PICTURE).over()
    await zhang.says("换了新砖").over()
    await district.shows("换了新砖")
    await rider.says("1").over()
    await district.wecom.until(lambda: "已办结" in card.words)
    assert rider.faults == 0 and zhang.member.dropped == 0


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
