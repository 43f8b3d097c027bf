"""A few things at once: one that hangs or breaks keeps only its own worker."""

from __future__ import annotations

import asyncio

from bot.loops.workers import Workers


async def test_what_hangs_and_what_breaks_keep_only_their_own_worker() -> None:
    workers, done, never = Workers("test", 3), [], asyncio.Event()

    async def hangs() -> None:
        await never.wait()

    async def breaks() -> None:
        raise RuntimeError("poison")

    async def works(number: int) -> None:
        done.append(number)

    workers.begin(1, hangs())
    workers.begin(2, breaks())
    for number in range(3, 9):
        while not workers.free:
            await workers.any_done(5)
        workers.begin(number, works(number))
    await workers.any_done(0)
    await asyncio.sleep(0)
    assert done == [3, 4, 5, 6, 7, 8]
    assert (workers.busy, workers.free) == ([1], 2)
    workers.stop()
    await asyncio.gather(
        *asyncio.all_tasks() - {asyncio.current_task()}, return_exceptions=True
    )
    assert workers.busy == []


async def test_without_anything_under_way_it_waits_as_long_as_it_is_told() -> None:
    workers = Workers("test", 1)
    await workers.any_done(0)
    await workers.all_done()
    assert workers.free == 1
