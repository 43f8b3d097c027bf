"""A channel that is late: told to the admins once, shown in /health, and over when it is over."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.loops.slots import Slots
from bot.loops.watching import SILENT, Watching
from domain.messages import Address, Reply
from tests.house import TestHouse

MINUTES = timedelta(minutes=2)


@pytest.fixture
def watch(house: TestHouse) -> Watching:
    channels = {"test": house.channel}
    return Watching(house.database, house.setup, house.delivery, channels)


async def told(house: TestHouse, watch: Watching) -> str:
    """What the admin hears of the next two looks."""
    house.admin.hears()
    for _ in range(2):
        await watch.look()
        await house.settle()
    return "\n".join(house.admin.hears())


async def test_polls_that_are_not_answered_are_told_once_until_they_are(
    house: TestHouse, watch: Watching
) -> None:
    house.channel.silence = SILENT - 1
    assert await told(house, watch) == ""
    house.channel.silence = SILENT + 1
    assert (await told(house, watch)).count("Test 上有一分半收不到新消息了") == 1
    assert await told(house, watch) == ""
    await house.admin.says("/health")
    assert "Test 上有一分半收不到新消息了" in house.admin.last.text
    house.channel.silence = 0
    assert "Test 又正常了" in await told(house, watch)
    await house.admin.says("/health")
    assert "Test" not in house.admin.last.text


async def test_letters_that_wait_for_a_minute_are_told_though_some_go_meanwhile(
    house: TestHouse, watch: Watching, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuck = Address("test", "stuck")
    async with house.database.unit() as unit:
        unit.outbox.add(stuck, Reply("one"))
        unit.outbox.add(Address("test", "slow"), Reply("news"), 2)
    queues = house.delivery.queues
    queues.add(unit.outbox.handover[0])
    chat = queues._chats.at(stuck)
    assert chat is not None
    chat.busy = True
    queues.line(unit.outbox.handover[0]).slots.well_at = 1e9
    house.clock.now += MINUTES
    assert await look(house, watch) == {}, "one letter, while others arrive"
    queues.line(unit.outbox.handover[0]).slots.well_at = -1e9
    assert await look(house, watch) == {"test": "sends"}
    queues.line(unit.outbox.handover[0]).slots.well_at = 1e9
    assert await look(house, watch) == {"test": "sends"}, "it still waits"
    with monkeypatch.context() as hanging:
        hanging.setattr(Slots, "hangs", lambda *_: True)
        assert await look(house, watch) == {"test": "hangs"}
    chat.queue.clear()
    assert await look(house, watch) == {}


async def look(house: TestHouse, watch: Watching) -> dict[str, str]:
    await watch.look()
    return dict(house.setup.troubles)


async def test_a_database_that_is_down_keeps_it_from_being_told_and_not_from_being_seen(
    house: TestHouse,
    watch: Watching,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def down(*_: Any) -> None:
        raise OSError

    with monkeypatch.context() as broken:
        broken.setattr("handlers.admin.troubles.of_channel", down)
        house.channel.silence = SILENT + 1
        assert await look(house, watch) == {"test": "polls"}
    assert (await told(house, watch)).count("Test 上有一分半收不到新消息了") == 1, (
        "now it is told"
    )
