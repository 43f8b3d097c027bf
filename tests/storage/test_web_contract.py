"""The web chat's messages on both engines."""

from storage import web
from storage.database import Database
from tests.house import Clock

BODY = {"text": "你好 😀", "choices": [["a", "b"]]}


async def put(
    database: Database, chat: str, external_id: str, mine: bool = False
) -> web.WebMessage:
    async with database.unit() as unit:
        return await unit.web.put(chat, mine, BODY, external_id)


async def after(
    database: Database, chat: str, seq: int, most: int = 50
) -> list[web.WebMessage]:
    async with database.reader() as reader:
        return await reader.web.after(chat, seq, most)


async def test_a_message_comes_back_as_it_was_and_only_in_its_chat(
    database: Database,
) -> None:
    made = await put(database, "a", "1", mine=True)
    await put(database, "b", "1")
    assert await after(database, "a", 0) == [made]
    assert (made.body, made.mine) == (BODY, True)


async def test_a_message_sent_twice_is_there_once(database: Database) -> None:
    made = await put(database, "a", "1")
    assert await put(database, "a", "1") == made
    assert await after(database, "a", 0) == [made]


async def test_a_changed_message_comes_again_with_a_higher_number(
    database: Database,
) -> None:
    first, second = await put(database, "a", "1"), await put(database, "a", "2")
    async with database.unit() as unit:
        changed = await unit.web.change("a", first.id, text="neu")
        assert await unit.web.change("b", first.id, text="x") is None
        assert await unit.web.change("a", 999, text="x") is None
    assert changed is not None
    assert changed.seq > second.seq
    assert changed.body == BODY | {"text": "neu"}
    assert [message.id for message in await after(database, "a", second.seq)] == [
        first.id
    ]
    assert [message.id for message in await after(database, "a", 0)] == [
        second.id,
        first.id,
    ]


async def test_a_page_gets_the_newest_first_and_then_what_it_missed_in_order(
    database: Database,
) -> None:
    made = [await put(database, "a", str(n)) for n in range(6)]
    assert await after(database, "a", 0, 2) == made[-2:]
    assert await after(database, "a", made[0].seq, 3) == made[1:4]
    assert await after(database, "a", made[-1].seq) == []


async def test_numbers_go_on_after_a_restart(
    database: Database, url: str, clock: Clock
) -> None:
    made = await put(database, "a", "1")
    async with database.unit() as unit:
        changed = await unit.web.change("a", made.id, text="neu")
    again = Database(url, clock)
    await again.start()
    next_one = await put(again, "a", "2")
    await again.close()
    assert changed is not None
    assert next_one.seq > changed.seq
