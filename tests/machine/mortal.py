"""A house that can be killed before any statement, its channel telling again what it was not told
to be received; on SQLite, or on a real PostgreSQL.
"""

from __future__ import annotations

import asyncio
import itertools
import shutil
import sqlite3
import tempfile
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar
from unittest.mock import patch

from sqlalchemy import event

from domain.messages import Event, EventKind
from handlers.dialog.setup import Setup
from storage.database import Database
from storage.writes import Batch
from tests.house import Actor, Clock, TestHouse
from tests.postgres_server import empty

T = TypeVar("T")
Look = Callable[[], Awaitable[Any]]


class Killed(BaseException):
    """The process ended here."""


@contextmanager
def killed_before(database: Database, statement: int) -> Iterator[None]:
    """The process ends before that statement, from 1, rows that were held back and the commit
    among them. It ends nowhere where there are not so many.
    """
    count = itertools.count(1)

    def one_more(*_: object) -> None:
        if next(count) == statement:
            raise Killed

    def run_batch(driver: sqlite3.Connection, batch: Batch, commit: bool) -> None:
        if not driver.in_transaction:
            driver.execute("BEGIN IMMEDIATE")
        for text, rows in batch:
            one_more()
            driver.executemany(text, rows)
        if commit:
            one_more()
            driver.commit()

    engine = database.engine.sync_engine
    watched = ["before_cursor_execute", *["commit"] * database.postgres]
    for name in watched:
        event.listen(engine, name, one_more)
    try:
        with patch("storage.writes.run_batch", run_batch):
            yield
    finally:
        for name in watched:
            event.remove(engine, name, one_more)


async def dies(house: TestHouse, before: int, work: Awaitable[object]) -> None:
    """Works until it is killed before that statement; another process begins on what is left."""
    try:
        with killed_before(house.database, before):
            await work
    except Killed:
        await house.restarts()


async def emptied(url: str) -> None:
    """Whatever was at this address is gone; '' is a file of SQLite that there is not yet."""
    if url:
        database = Database(url, Clock())
        await empty(database)
        await database.close()


class Mortal:
    """A house with a loop of its own, in a folder of its own; at `url`, whatever was there is gone
    first.
    """

    def __init__(self, setup: Setup, url: str = "") -> None:
        self.loop = asyncio.new_event_loop()
        memory = Path("/dev/shm")
        at = memory if memory.is_dir() else None
        self.folder = Path(tempfile.mkdtemp(prefix="gridbee-mortal-", dir=at))
        self.house = TestHouse(self.folder, url=url, setup=setup)
        self.run(self._opens(url))

    async def _opens(self, url: str) -> None:
        await emptied(url)
        await self.house.__aenter__()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(work)

    def ends(self) -> None:
        try:
            self.run(self.house.__aexit__(None, None, None))
            # connections that were cut off in the middle are still being closed
            self.run(self._rests())
        finally:
            self.loop.close()
            shutil.rmtree(self.folder, ignore_errors=True)

    async def _rests(self) -> None:
        while others := asyncio.all_tasks() - {asyncio.current_task()}:
            await asyncio.wait(others)

    # --- what comes in ---

    def said(self, who: Actor, text: str) -> Event:
        return self._event(who, EventKind.MESSAGE, text=text)

    def pressed(self, who: Actor, data: str) -> Event:
        number = next(self.house.events)
        return self._event(who, EventKind.PRESS, data=data, press_ref=f"p{number}")

    def _event(self, who: Actor, kind: EventKind, **what: Any) -> Event:
        number = next(self.house.events)
        return Event(
            f"mortal{number}",
            who.address,
            who.address,
            kind,
            message_id=f"m{number}",
            name=who.name,
            raw={"update": number},
            **what,
        )

    async def takes(self, events: Sequence[Event], killed: int, look: Look) -> None:
        """Takes them in, in one Unit. Where it is killed meanwhile, it is opened again and told
        all of it again: what was not received has left nothing, what was is there, once.
        """
        if killed:
            received, left = await self._dies(events, killed, look)
            await self.house.take(*events)
            assert not received or await look() == left, "told again, done again"
        else:
            await self.house.take(*events)
        async with self.house.database.unit() as unit:
            assert not [row.error for row in await unit.arrivals.quarantined()]

    async def _dies(
        self, events: Sequence[Event], killed: int, look: Look
    ) -> tuple[bool, Any]:
        """Whether it was received before the end, and what there is after it."""
        before, received = await look(), True
        try:
            with killed_before(self.house.database, killed):
                await self.house.intake._in_one_unit(list(events))
        except Killed:
            received = False
        await self.house.restarts()
        left = await look()
        assert received or left == before, "half of it is there"
        return received, left

    async def passes(
        self, span: timedelta, kinds: Sequence[str], killed: int = 0, at: int = 0
    ) -> None:
        """The clock moves and looks for these kinds of timers; while it looks for the `at`-th of
        them the process is killed, and then all of it is looked for again.
        """
        self.house.clock.now += span
        if killed:
            await self._dies_at(kinds, killed, at % len(kinds))
        for kind in kinds:
            await self.house.ticks.tick(kind)
        await self.house.settle()

    async def _dies_at(self, kinds: Sequence[str], killed: int, at: int) -> None:
        """Whoever was writing then: the clock, or the delivery beside it."""
        try:
            for number, kind in enumerate(kinds):
                here = killed if number == at else 0
                with killed_before(self.house.database, here):
                    await self.house.ticks.tick(kind)
        except Killed:
            pass
        await self.house.restarts()
