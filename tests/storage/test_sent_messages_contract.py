"""Messages that stand in chats are found again."""

from __future__ import annotations

from dataclasses import replace

from domain.messages import Address
from storage.database import Database
from storage.sent_messages import SentMessage
from tests.storage.making import HERE, THERE


async def test_a_message_is_found_again_and_a_card_wherever_it_stands(
    database: Database,
) -> None:
    card = SentMessage(HERE, "10", 4, None, "card:4", "photo")
    other = SentMessage(THERE, "10", 4, None, "card:4")
    word = SentMessage(HERE, "11", 4, 9)
    async with database.unit() as unit:
        for post in (card, other, word):
            unit.sent_messages.add(post)
        assert await unit.sent_messages.at(HERE, "10") == card
    async with database.unit() as unit:
        assert await unit.sent_messages.at(HERE, "11") == word
        assert await unit.sent_messages.at(Address("web", "rider"), "10") is None
        assert set(await unit.sent_messages.cards(4)) == {card, other}
        assert await unit.sent_messages.cards(5) == []


async def test_the_same_message_written_down_twice_is_one_post(
    database: Database,
) -> None:
    for case_id in (1, 2):
        async with database.unit() as unit:
            unit.sent_messages.add(SentMessage(HERE, "10", case_id, None))
    async with database.unit() as unit:
        assert await unit.sent_messages.at(HERE, "10") == SentMessage(
            HERE, "10", 2, None
        )


async def test_the_same_message_twice_in_one_unit_keeps_the_last(
    database: Database,
) -> None:
    async with database.unit() as unit:
        unit.sent_messages.add(SentMessage(HERE, "10", 1, None))
        unit.sent_messages.add(SentMessage(HERE, "10", 2, None))
    async with database.unit() as unit:
        assert await unit.sent_messages.at(HERE, "10") == SentMessage(
            HERE, "10", 2, None
        )


async def test_of_the_copies_that_somebody_opened_the_newest_of_each_chat_is_found(
    database: Database,
) -> None:
    first = SentMessage(HERE, "10", 4, None, "open:card:4")
    other = SentMessage(THERE, "10", 4, None, "open:card:4")
    async with database.unit() as unit:
        unit.sent_messages.add(first)
        unit.sent_messages.add(other)
    async with database.unit() as unit:
        await unit.sent_messages.let_go([HERE], "open:card:4", 4)
        assert await unit.sent_messages.opened(4) == [other]
        newest = replace(first, message_id="12")
        unit.sent_messages.add(newest)
        assert set(await unit.sent_messages.opened(4)) == {newest, other}
        assert await unit.sent_messages.cards(4) == []
        old = await unit.sent_messages.at(HERE, "10")
        assert old is not None and old.case_id == 4
