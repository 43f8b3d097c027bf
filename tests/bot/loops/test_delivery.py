"""What becomes of the letters behind one that was refused."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.channels.channel import SendError, Sent
from domain.messages import Address, Event, Reply
from storage.memory.media import Kept
from storage.outbox.letters import Letter
from storage.sent_messages import SentMessage
from tests.house import TestHouse

SECOND = timedelta(seconds=1)
LAST = "the last letter before"


async def test_the_answer_to_who_came_back_goes_out_though_an_older_letter_was_refused(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    rider, send = house.rider, house.channel.send
    await rider.says("你好")
    rider.hears()

    async def refused_while_they_write(
        letter: Letter, standing: SentMessage | None, media: Sequence[Kept]
    ) -> list[Sent]:
        if letter.reply.text != LAST:
            return await send(letter, standing, media)
        house.clock.now += SECOND
        await house.intake.handle([hello(rider.address)])
        raise SendError("blocked", permanent=True, gone=True)

    monkeypatch.setattr(house.channel, "send", refused_while_they_write)
    async with house.database.unit() as unit:
        unit.outbox.add(rider.address, Reply(LAST))
    house.delivery.offer(unit.outbox.handover)
    await house.settle()
    assert "/my" in "".join(rider.hears())


async def test_two_presses_at_the_last_moment_stand_in_no_queue(
    house: TestHouse,
) -> None:
    await house.delivery.settle(0)
    async with house.database.unit() as unit:
        unit.outbox.acknowledge(house.rider.address, "first")
        unit.outbox.acknowledge(house.rider.address, "second")
    house.delivery.offer(unit.outbox.handover)
    assert house.delivery.in_hand == 0


async def test_a_press_that_may_be_acknowledged_in_a_day_only_is_left(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[Letter] = []
    later: list[object] = []

    async def refused(letter: Letter, *_: object) -> list[Sent]:
        tried.append(letter)
        raise SendError("429", after=timedelta(days=1), busy=True)

    monkeypatch.setattr(house.channel, "send", refused)
    loop = asyncio.get_running_loop()
    monkeypatch.setattr(loop, "call_later", lambda *given: later.append(given))
    async with house.database.unit() as unit:
        unit.outbox.acknowledge(house.rider.address, "first")
    house.delivery.offer(unit.outbox.handover)
    while house.delivery.in_hand:
        await asyncio.sleep(0)
    assert len(tried) == 1 and not later


def hello(sender: Address) -> Event:
    return Event("back", sender, sender, private=True, text="/help", raw={})
