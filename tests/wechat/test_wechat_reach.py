"""What whoever looks after a case is told of whether the rider hears it: windows, templates, and
the one of a case and day.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from domain.messages import Address, Matter
from handlers.casework.notices.receivers import hears_at
from handlers.dialog.scene import Scene
from tests.fakes.telegram.server import FakeTelegram
from tests.telegram.town import eventually
from tests.wechat.test_wechat_riders import files
from tests.wechat.test_wechat_templates import CONTENT, TEMPLATE
from tests.wechat.village import OPENID, Village

RIDER = Address("wechat", OPENID)
HEARS, FAR = "问过去了。YH26-0001", "YH26-0001 记下了。📵"
SEND, RING = "message/custom/send", "message/template/send"


@pytest.fixture
async def village(telegram: FakeTelegram, data: Path) -> AsyncIterator[Village]:
    """With a template for questions; the rider has filed one case, which somebody has in hand."""
    made = Village(telegram, data)
    made.over_wechat = {"templates": {"question": TEMPLATE}}
    made.wechat.template("T1", CONTENT)
    async with made as running:
        await files(running)
        running.coordinator.says("/accept YH26-0001")
        await running.sees(running.coordinator, "YH26-0001 已接单")
        await running.wechat.settled()
        yield running


async def hears(village: Village, matter: Matter, case_id: int = 1) -> bool:
    async with village.house.database.unit() as unit:
        await unit.people.load([RIDER])
        person = unit.people.at(RIDER)
        assert person is not None
        scene = Scene(unit, village.house.setup)
        return await hears_at(scene, person, RIDER, (case_id, matter))


def rung(village: Village) -> int:
    calls = village.wechat.state.calls
    return sum(call.path == RING and not call.errcode for call in calls)


async def asks(village: Village, words: str, sees: str) -> None:
    village.coordinator.says(f"/ask YH26-0001 {words}")
    await village.sees(village.coordinator, sees)


async def test_a_second_question_of_a_day_does_not_ring(village: Village) -> None:
    village.clock.ahead = timedelta(hours=52)
    await asks(village, "有几个坑？", HEARS)
    await village.shows("事：")
    await asks(village, "有多深？", FAR)
    village.coordinator.says("/tell YH26-0001 明天去看")
    await village.sees(village.coordinator, FAR)
    assert rung(village) == 1
    village.clock.ahead = timedelta(hours=76)
    await asks(village, "还在吗？", HEARS)
    await village.wechat.until(lambda: rung(village) == 2)


async def test_what_has_no_template_rings_for_nobody(village: Village) -> None:
    assert all([await hears(village, matter) for matter in Matter])
    village.clock.ahead = timedelta(hours=52)
    told = {matter: await hears(village, matter) for matter in Matter}
    assert [matter for matter, heard in told.items() if heard] == [Matter.QUESTION]
    await asks(village, "有几个坑？", HEARS)
    await village.shows("事：")
    assert not await hears(village, Matter.QUESTION)
    assert await hears(village, Matter.QUESTION, case_id=2)


@pytest.mark.parametrize("code", [43101, 48001, 45009])
async def test_who_wants_no_template_or_what_wechat_does_not_take_does_not_ring(
    village: Village, code: int
) -> None:
    village.clock.ahead = timedelta(hours=52)
    village.wechat.fail(RING, code)
    await asks(village, "有几个坑？", HEARS)

    async def far() -> bool:
        return not await hears(village, Matter.QUESTION, case_id=2)

    await eventually(far)


async def test_who_blocks_templates_is_rung_once_and_counts_as_out_of_reach(
    village: Village,
) -> None:
    village.clock.ahead = timedelta(hours=52)
    village.wechat.rider(OPENID).follower.refuses_templates = True
    await asks(village, "有几个坑？", HEARS)

    async def far() -> bool:
        return not await hears(village, Matter.QUESTION, case_id=2)

    await eventually(far)
    village.clock.ahead = timedelta(hours=76)
    await asks(village, "还在吗？", FAR)


async def test_a_window_is_of_no_use_where_messages_are_not_taken(
    village: Village,
) -> None:
    await village.wechat.rider(OPENID).says("/help").over()
    assert await hears(village, Matter.NEWS)
    village.wechat.fail(SEND, 40200)
    await village.writes_wechat("有消息")
    await village.wechat.until(lambda: 40200 in _codes(village))
    assert not await hears(village, Matter.NEWS)
    assert await hears(village, Matter.QUESTION)


def _codes(village: Village) -> list[int]:
    return [call.errcode for call in village.wechat.state.calls]
