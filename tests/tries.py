"""A callback whose first try ends before what came is stored; the second waits for that and hears
that it failed. Events say when, so that a slow machine changes nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any, Protocol

from bot.channels.channel import Offer
from bot.channels.tencent.turns import Turn, Turns
from domain.messages import Event


class Sender(Protocol):
    pause: float | None

    def gives_up(self) -> None: ...


class BreaksAtFirst:
    """Stands in for an offer. `begun` is set when the first came, `second` when another try waits
    for it; it fails when `fails` is set.
    """

    def __init__(self, stored: Offer, turns: Turns[Any], sender: Sender) -> None:
        self.begun, self.second = asyncio.Event(), asyncio.Event()
        self.fails = asyncio.Event()
        self.fails.set()
        self._stored = stored
        self._sender = sender
        self._again = turns.again
        sender.pause = 0
        turns.again = self._joined  # type: ignore[method-assign]

    async def __call__(self, events: Sequence[Event]) -> None:
        if self.begun.is_set():
            return await self._stored(events)
        self.begun.set()
        await self.fails.wait()
        self._sender.gives_up()
        await self.second.wait()
        raise OSError("the disk is full")

    async def _joined(self, turn: Turn[Any]) -> tuple[bool, Any]:
        self.second.set()
        return await self._again(turn)
