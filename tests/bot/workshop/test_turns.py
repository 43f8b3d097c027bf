"""One thing of a person at a time, and no more bytes at once than there is room for."""

from __future__ import annotations

import asyncio
from typing import Any, cast

from bot.workshop.frames import Frame
from bot.workshop.turns import Room, Turns
from bot.workshop.worker import Worker
from bot.workshop.workshop import Workshop


async def test_one_thing_of_a_person_at_a_time_and_others_beside() -> None:
    turns, order, go = Turns(), [], asyncio.Event()

    async def works(who: str, name: str) -> None:
        async with turns.of(who):
            order.append(name)
            await go.wait()

    work = [works("a", "a1"), works("a", "a2"), works("b", "b1"), works("a", "a3")]
    tasks = [asyncio.create_task(one) for one in work]
    await asyncio.sleep(0.01)
    assert order == ["a1", "b1"]
    tasks[1].cancel()
    go.set()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert order == ["a1", "b1", "a3"]
    assert not turns._locks and not turns._waiting


class Noting:
    """A worker that notes whose picture it has."""

    def __init__(self) -> None:
        self.had: list[bytes] = []

    def ask(self, _: dict[str, Any], data: bytes) -> Frame:
        self.had.append(data)
        return {}, data

    def close(self) -> None:
        """There is no child."""


async def test_an_album_that_comes_all_at_once_lets_the_picture_of_another_pass() -> (
    None
):
    worker = Noting()
    workshop = Workshop(cast(Worker, worker))
    album = [workshop.picture("clean", b"a", "a") for _ in range(5)]
    await asyncio.gather(*album, workshop.picture("clean", b"b", "b"))
    workshop.close()
    assert sorted(worker.had) == [b"a"] * 5 + [b"b"]
    assert b"b" in worker.had[:2]


async def test_there_is_room_for_so_many_bytes_and_it_comes_back() -> None:
    room, inside, go = Room(10), [], asyncio.Event()

    async def holds(size: int) -> None:
        async with room.taken(size):
            inside.append(size)
            await go.wait()
            inside.remove(size)

    tasks = [asyncio.create_task(holds(size)) for size in (6, 4, 1)]
    await asyncio.sleep(0.01)
    assert inside == [6, 4]
    tasks[0].cancel()
    await asyncio.sleep(0.01)
    assert 1 in inside
    go.set()
    await asyncio.gather(*tasks, return_exceptions=True)
    async with asyncio.timeout(1), room.taken(1000):
        assert room._free == 0
    async with asyncio.timeout(1), room.taken(-5):
        assert room._free == 10
