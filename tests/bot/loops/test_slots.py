"""A few things at once: one that hangs or breaks keeps only its own slot."""

from __future__ import annotations

import asyncio

from bot.loops.slots import Slots


async def test_what_hangs_and_what_breaks_keep_only_their_own_slots() -> None:
    slots, done, never = Slots("test", 3), [], asyncio.Event()

    async def hangs() -> None:
        await never.wait()

    async def breaks() -> None:
        raise RuntimeError("poison")

    async def works(number: int) -> None:
        done.append(number)

    slots.begin(1, hangs())
    slots.begin(2, breaks())
    for number in range(3, 9):
        while not slots.free:
            await slots.any_done(5)
        slots.begin(number, works(number))
    await slots.any_done(0)
    await asyncio.sleep(0)
    assert done == [3, 4, 5, 6, 7, 8]
    assert (slots.busy, slots.free) == ([1], 2)
    slots.stop()
    await asyncio.gather(
        *asyncio.all_tasks() - {asyncio.current_task()}, return_exceptions=True
    )
    assert slots.busy == []


async def test_without_anything_under_way_it_waits_as_long_as_it_is_told() -> None:
    slots = Slots("test", 1)
    await slots.any_done(0)
    await slots.all_done()
    assert slots.free == 1
