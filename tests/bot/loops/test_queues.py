"""What waits for a chat goes at the chat's pace, and all topics of a group are one chat."""

from __future__ import annotations

import gc

import pytest

from bot.loops.queues import Queues
from domain.messages import Address, Matter, Reply
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


def letter(
    number: int, to: Address, matter: Matter = Matter.NEWS, case_id: int | None = None
) -> Letter:
    return Letter(
        number,
        to,
        Reply(text=str(number), matter=matter),
        lane=1,
        state="waiting",
        due_at=MORNING,
        made_at=MORNING,
        case_id=case_id,
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


def alarm(number: int, case_id: int | None = None, to: Address = OTHER) -> Letter:
    return letter(number, to, Matter.EMERGENCY, case_id)


@pytest.fixture
def swift() -> Queues:
    """Of a channel that sets no pace."""
    return Queues({"test": MemoryChannel()})


async def test_an_alarm_goes_before_all_that_waits_and_after_what_was_said_of_its_case(
    swift: Queues,
) -> None:
    cases = {1: 7, 2: 8, 3: None, 4: 7}
    for number, case in cases.items():
        swift.add(letter(number, OTHER, case_id=case))
    swift.add(alarm(5, 7))
    swift.add(letter(6, OTHER, case_id=7))
    swift.add(alarm(7))
    assert goes(swift, 0.0) == [1, 4, 5, 7, 2, 3, 6]


async def test_what_fails_while_the_alarm_of_its_case_comes_still_goes_before_it(
    swift: Queues,
) -> None:
    tried = letter(1, OTHER, case_id=7)
    swift.add(tried)
    swift.add(letter(2, OTHER, case_id=8))
    assert swift.take(0.0)[0] == [tried]
    swift.add(alarm(3, 7))
    fails(swift, tried, 0.0)
    assert goes(swift, 0.0) == []
    assert goes(swift, 60.0) == [1, 3, 2]


def fails(queues: Queues, tried: Letter, now: float, ours: bool = False) -> None:
    queues.again(tried, now, wait=60.0, tries=0, ours=ours)
    queues.marked(tried, failed=True, gone=False)
    queues.go_on(tried)


async def test_an_alarm_breaks_the_wait_that_we_keep_and_none_that_was_asked_of_us(
    swift: Queues,
) -> None:
    for ours, early in ((True, [3]), (False, [])):
        for before in (True, False):  # it comes before the refusal, or after it
            tried = letter(1, OTHER)
            swift.add(tried)
            swift.add(letter(2, OTHER))
            assert swift.take(0.0)[0] == [tried]
            if before:
                swift.add(alarm(3))
            fails(swift, tried, 0.0, ours)
            if not before:
                swift.add(alarm(3))
            sent = swift.take(1.0)[0]
            assert [one.id for one in sent] == early
            for one in sent:
                swift.sent(one)
            (chat,) = swift._chats.all()
            chat.bucket.hold(0)
            assert goes(swift, 1.0) == ([1, 2] if early else [3, 1, 2])


async def test_what_stands_behind_one_that_is_replaced_by_none_goes(
    swift: Queues,
) -> None:
    old = letter(1, OTHER)
    old.replaces = "card"
    swift.add(old)
    swift.add(letter(2, OTHER))
    swift.drop_replaced(old)
    assert goes(swift, 0.0) == [2]
