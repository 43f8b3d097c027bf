"""Slots of a channel: what hangs costs one slot, answers keep theirs, and a channel that hangs is
a state. The clock is a number.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from typing import Any

import pytest

from bot.loops.queues import Queues
from bot.loops.slots import HANGS, MANY, MOST_SUSPECTS, PROBES, SILENT, SLOTS, SUSPECT
from domain.messages import Address, Event, Reply
from storage.memory.media import Kept
from storage.outbox.letters import ANNOUNCEMENT, ANSWER, NOTICE, Letter
from storage.sent_messages import SentMessage
from tests.house import MORNING, MemoryChannel, TestHouse


@pytest.fixture
def queues() -> Queues:
    return Queues({"test": MemoryChannel()})


def letter(number: int, lane: int = ANSWER, chat: str = "", **reply: Any) -> Letter:
    to = Address("test", chat or f"c{number}")
    return Letter(number, to, Reply(**reply), lane, "waiting", MORNING, MORNING)


def goes(queues: Queues, now: float) -> list[int]:
    return [one.id for one in queues.take(now)[0]]


def fill(queues: Queues, lane: int, first: int = 1, count: int = 600) -> None:
    for number in range(first, first + count):
        queues.add(letter(number, lane))


def ends(queues: Queues, one: Letter, now: float, well: bool = True) -> None:
    queues.ended(one, now, answered=well, well=well)
    if well:
        queues.sent(one)


@pytest.mark.parametrize("lane", [NOTICE, ANNOUNCEMENT])
def test_answers_have_a_reserve(queues: Queues, lane: int) -> None:
    fill(queues, lane)
    assert len(goes(queues, 0.0)) == SLOTS[lane]
    queues.add(letter(1000, ANSWER))
    assert goes(queues, 0.1) == [1000]


def test_what_hangs_leaves_its_slot_to_another(queues: Queues) -> None:
    fill(queues, ANSWER, count=300)
    assert len(goes(queues, 0.0)) == SLOTS[ANSWER]
    queues.add(letter(1000))
    taken, wait = queues.take(HANGS / 2)
    assert taken == [] and wait == HANGS / 2
    assert goes(queues, HANGS)[-1] == 1000


def test_a_chat_that_hangs_costs_one_slot_and_later_waits_behind_others(
    queues: Queues,
) -> None:
    slow = [letter(number, chat=f"slow{number}") for number in range(1, 60)]
    for one in slow:
        queues.add(one)
    for number in range(100, 110):
        queues.add(letter(number, chat="slow1", press_ref="p"))
        queues.add(letter(number + 50, chat="slow1"))
    assert goes(queues, 0.0) == [100, *(one.id for one in slow)]
    for one in slow:
        ends(queues, one, SUSPECT)
        queues.add(letter(one.id + 1000, chat=one.to.chat))
    queues.add(letter(5000))
    taken = goes(queues, SUSPECT)
    assert 5000 in taken and len(taken) == MOST_SUSPECTS + 1


def test_a_channel_that_hangs_is_tried_with_a_few_and_goes_on_when_it_answers(
    queues: Queues,
) -> None:
    fill(queues, ANSWER, count=MANY)
    first = queues.take(0.0)[0]
    slots = queues.lines()["test"].slots
    assert len(first) == MANY and not slots.hangs(SILENT - 0.1)
    fill(queues, ANSWER, 2000, 40)
    fill(queues, NOTICE, 3000, 40)
    assert slots.hangs(SILENT)
    assert len(goes(queues, SILENT)) == PROBES[ANSWER]
    ends(queues, first[0], SILENT + 0.1)
    assert not slots.hangs(SILENT + 0.1)
    assert len(goes(queues, SILENT + 0.1)) == 80 - PROBES[ANSWER]


def test_a_letter_that_fails_alone_is_put_aside_and_one_that_fails_with_all_is_not(
    queues: Queues,
) -> None:
    bad, behind = letter(1, chat="a"), letter(2, chat="a")
    queues.add(bad)
    queues.add(behind)
    for tries in (1, 2, 3, 4):
        assert goes(queues, 10.0 * tries) == [1]
        ends(queues, bad, 10.0 * tries, well=False)
        if tries == 4:  # only now does anything arrive
            other = letter(9)
            queues.add(other)
            assert goes(queues, 40.0) == [9]
            ends(queues, other, 40.0)
        queues.again(bad, 10.0 * tries, 10.0, tries)
        queues.marked(bad, failed=True, gone=False)
        queues.go_on(bad)
    assert goes(queues, 40.0) == [2] and len(queues) == 1
    ends(queues, behind, 41.0)
    assert goes(queues, 50.0) == [1]


async def test_three_hundred_sends_that_hang_let_another_rider_be_answered_in_a_second(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, released, hanging = house.channel.send, asyncio.Event(), []

    async def hangs(
        one: Letter, standing: SentMessage | None, media: Sequence[Kept]
    ) -> list[Any]:
        if one.to.chat.startswith("dead"):
            hanging.append(one)
            await released.wait()
        return await real(one, standing, media)

    monkeypatch.setattr(house.channel, "send", hangs)
    async with house.database.unit() as unit:
        for number in range(300):
            unit.outbox.add(Address("test", f"dead{number}"), Reply("answer"))
    house.delivery.offer(unit.outbox.handover)
    await asyncio.sleep(0.05)
    begun = time.monotonic()
    rider = house.rider.address
    hello = Event("e1", rider, rider, text="/help", raw={})
    await house.intake.handle([hello])
    while not house.rider.sees:
        await asyncio.sleep(0.01)
    assert time.monotonic() - begun < 1 and len(hanging) == 300
    released.set()
    await house.settle()
