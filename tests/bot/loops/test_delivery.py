"""What becomes of the letters behind one that was refused."""

from __future__ import annotations

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


def hello(sender: Address) -> Event:
    return Event("back", sender, sender, private=True, text="/help", raw={})
