"""A crowd from one network is begun one at a time, and nobody else waits for it."""

from __future__ import annotations

import asyncio

from bot.channels.web.limits.caller import Caller
from bot.channels.web.limits.turns import Turns

CROWD, RIDER = Caller("a", "crowd"), Caller("b", "rider")


async def test_each_round_begins_one_of_each_network() -> None:
    turns, begun = Turns(), list[str]()

    async def asks(caller: Caller) -> None:
        await turns.wait(caller)
        begun.append(caller.network)

    crowd = [asyncio.create_task(asks(CROWD)) for _ in range(50)]
    await asyncio.sleep(0)
    assert begun == ["crowd"]
    rider = asyncio.create_task(asks(RIDER))
    gone = crowd.pop(10)
    gone.cancel()
    rounds = 0
    while not rider.done():
        await asyncio.sleep(0)
        rounds += 1
    assert rounds <= 4 and len(begun) <= 6
    await asyncio.gather(*crowd)
    assert begun.count("crowd") == 49
    # it is at rest again: the next one goes at once
    await asks(RIDER)
    assert begun.count("rider") == 2
