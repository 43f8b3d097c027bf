"""What waits for a chat goes at the chat's pace, and all topics of a group are one chat."""

from __future__ import annotations

import gc

import pytest

from bot.loops.queues import Queues
from domain.messages import Address, Reply
from storage.outbox.letters import Letter
from tests.house import MORNING, MemoryChannel

GROUP = Address("test", "-100")
FIRST, SECOND = Address("test", "-100#1"), Address("test", "-100#2")
OTHER = Address("test", "-200")
SECONDS = 3.75  # sixteen a minute


class Paced(MemoryChannel):
    """Two at once in a group, then one every few seconds."""

    def pace_of(self, chat: str) -> tuple[float, int]:
        return SECONDS, 2


@pytest.fixture
def queues() -> Queues:
    return Queues({"test": Paced()})


def letter(number: int, to: Address) -> Letter:
    return Letter(
        number,
        to,
        Reply(text=str(number)),
        lane=1,
        state="waiting",
        due_at=MORNING,
        made_at=MORNING,
    )


def goes(queues: Queues, now: float) -> list[int]:
    """The letters that go at that moment; all of them arrive."""
    gone: list[int] = []
    while taken := queues.take(now)[0]:
        for one in taken:
            gone.append(one.id)
            queues.sent(one)
    return gone


async def test_the_topics_of_a_group_share_its_pace(queues: Queues) -> None:
    for number in range(1, 5):
        queues.add(letter(number, FIRST if number % 2 else SECOND))
    assert goes(queues, 0.0) == [1, 2]
    assert goes(queues, SECONDS) == [3]
    assert goes(queues, 2 * SECONDS) == [4]


async def test_the_group_itself_shares_the_pace_of_its_topics(queues: Queues) -> None:
    for number, chat in enumerate((GROUP, FIRST, SECOND), 1):
        queues.add(letter(number, chat))
    assert goes(queues, 0.0) == [1, 2]
    assert goes(queues, SECONDS) == [3]


async def test_another_group_has_a_pace_of_its_own(queues: Queues) -> None:
    for number, chat in enumerate((FIRST, SECOND, OTHER, OTHER), 1):
        queues.add(letter(number, chat))
    assert goes(queues, 0.0) == [1, 2, 3, 4]


async def test_what_a_topic_has_to_wait_for_its_group_waits_for_too(
    queues: Queues,
) -> None:
    failed = letter(1, FIRST)
    queues.add(failed)
    assert queues.take(0.0)[0] == [failed]
    queues.again(failed, 0.0, 30.0, tries=1)
    queues.marked(failed, failed=True, gone=False)
    queues.go_on(failed)
    queues.add(letter(2, SECOND))
    queues.add(letter(3, OTHER))
    assert goes(queues, 1.0) == [3]
    assert goes(queues, 30.0) == [1, 2]


async def test_a_pace_goes_with_the_last_of_its_chats(queues: Queues) -> None:
    queues.add(letter(1, FIRST))
    assert goes(queues, 0.0) == [1]
    queues.close(FIRST)
    gc.collect()
    assert len(queues._chats._buckets) == 0


async def test_who_can_be_reached_while_a_try_fails_waits_for_nothing_more(
    queues: Queues,
) -> None:
    queues.add(letter(1, OTHER))
    ((tried,), _) = queues.take(0.0)
    queues.at_last(OTHER)
    queues.ended(tried, 0.1, answered=True, well=False)
    queues.again(tried, 0.1, wait=49 * 3600.0, tries=0)
    queues.marked(tried, failed=True, gone=False)
    queues.go_on(tried)
    assert goes(queues, 0.2) == [1]
