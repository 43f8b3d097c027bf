"""Who goes through many rows lets others have their turn."""

from __future__ import annotations

import asyncio

from storage.figures.turns import AT_ONCE, by_turns

PIECES = 4


async def test_others_have_a_turn_after_each_piece() -> None:
    turns = 0

    async def other() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    beside = asyncio.create_task(other())
    found = [row async for row in by_turns(range(AT_ONCE * PIECES))]
    beside.cancel()
    assert found == [*range(AT_ONCE * PIECES)]
    assert turns == PIECES
