"""Somebody at the desk of one database, who is timed; and whoever wants something meanwhile."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Awaitable
from typing import Any, TypeVar

from bot.drawing.renderer import Studio
from bot.loops.counting import beside, night
from bot.loops.isolating import Tries
from domain.messages import Address, Event
from handlers import desk
from handlers.dialog.setup import Setup
from handlers.stats.beside import FIGURES
from storage.database import Database

SETUP = Setup(most_cases_an_hour=10**9, most_messages_a_minute=10**9)
PAUSE = 0.01
"""Seconds between two messages of whoever else is there."""

Result = TypeVar("Result")


class Player:
    def __init__(self, database: Database) -> None:
        self.database = database
        self.made = itertools.count(1)

    async def does(self, chat: str, **what: Any) -> float:
        """One event in one Unit, commit included. Returns ms."""
        address = Address("bench", chat)
        event = Event(f"{chat}-{next(self.made)}", address, address, name=chat, **what)
        began = time.perf_counter()
        async with self.database.unit() as unit:
            await unit.prepare([event])
            await desk.answer(event, unit, SETUP)
        return since(began)

    async def files(self) -> float:
        """A whole filing by somebody new: words, then 提交 typed. Returns ms."""
        chat = f"r{next(self.made)}"
        words = await self.does(chat, text="电动车爆胎了，骑不了")
        return words + await self.does(chat, text="提交")

    async def queues(self) -> float:
        return await self.does("coordinator", text="/queue")

    async def asks(self, said: str) -> tuple[float, float]:
        """A head asks for figures. Returns (ms in the turn that asks, ms until they are there)."""
        turn = await self.does("admin", text=said)
        began = time.perf_counter()
        async with self.database.unit() as unit:
            due = await unit.timers.due("figures", 9)
        for subject, at in due:
            await beside(self.database, SETUP, FIGURES, subject, at)
        return turn, turn + (since(began) if due else 0)

    async def draws(self, studio: Studio) -> float:
        """The picture or workbook that was asked for last. Returns ms."""
        async with self.database.unit() as unit:
            wanted = await unit.media.wanted(9)
        began = time.perf_counter()
        await studio.draw(wanted[-1])
        return since(began)

    async def night(self) -> float:
        """All days, day by day. Returns ms."""
        began = time.perf_counter()
        await night(self.database, SETUP.zone, Tries())
        return since(began)


class Others:
    """Somebody else greets the bot all the while; `slowest` is the longest that it took, in ms."""

    def __init__(self, player: Player) -> None:
        self.slowest = 0.0
        self._player = player
        self._over = False

    async def beside(self, work: Awaitable[Result]) -> Result:
        """What that work gives."""
        greeting = asyncio.create_task(self._greet())
        try:
            return await work
        finally:
            self._over = True
            await greeting

    async def _greet(self) -> None:
        while not self._over:
            took = await self._player.does("other", text="你好")
            self.slowest = max(self.slowest, took)
            await asyncio.sleep(PAUSE)


def since(began: float) -> float:
    """In ms."""
    return (time.perf_counter() - began) * 1000
