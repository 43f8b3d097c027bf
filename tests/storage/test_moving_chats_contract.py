"""A chat has a new id: what belongs to it goes along."""

from __future__ import annotations

from domain.messages import Address
from handlers.people.membership import moved
from storage.database import Database
from storage.sent_messages import SentMessage
from tests.storage.letters import HELLO
from tests.storage.making import GROUP, HERE, draft, load_areas


async def test_a_chat_with_a_new_id_takes_everything_along(database: Database) -> None:
    await load_areas(database)
    new = Address("test", "-1001")
    async with database.unit() as unit:
        await unit.groups.bind(GROUP, "G1", 1)
        unit.sent_messages.add(SentMessage(GROUP, "10", 4, None, "card:4"))
        await unit.forms.put(draft(unit, GROUP))
        unit.outbox.add(GROUP, HELLO)
        unit.outbox.add(HERE, HELLO)
    async with database.unit() as unit:
        await moved(unit, GROUP, new)
    assert database.directory.groups == {new: "G1"}
    async with database.unit() as unit:
        assert [letter.to for letter in await unit.outbox.waiting()] == [new, HERE]
        assert [post.chat for post in await unit.sent_messages.cards(4)] == [new]
        assert len(await unit.forms.of(new)) == 1


async def test_a_chat_that_moves_to_an_id_already_bound_does_not_fail(
    database: Database,
) -> None:
    await load_areas(database)
    new = Address("test", "-1001")
    async with database.unit() as unit:
        await unit.groups.bind(GROUP, "G1", 1)
        await unit.groups.bind(new, "G2", 1)
        unit.sent_messages.add(SentMessage(GROUP, "10", 4, None, "card:4"))
        unit.sent_messages.add(SentMessage(new, "10", 4, None, "card:4"))
    async with database.unit() as unit:
        await moved(unit, GROUP, new)
    assert list(database.directory.groups) == [new]


async def test_moving_the_same_chat_twice_is_harmless(database: Database) -> None:
    await load_areas(database)
    new = Address("test", "-1001")
    async with database.unit() as unit:
        await unit.groups.bind(GROUP, "G1", 1)
    for _ in range(2):
        async with database.unit() as unit:
            await moved(unit, GROUP, new)
    assert database.directory.groups == {new: "G1"}
