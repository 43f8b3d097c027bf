"""Where foreign bytes are worked on: one small child for pictures that is kept, and one for each
paper that is drawn.

Both at once would be too much for a small machine, so a picture waits for a paper, but not for
long.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from bot.workshop.frames import Frame
from bot.workshop.turns import Room, Turns
from bot.workshop.worker import Trade, Worker

PICTURES = Trade("bot.drawing.jobs", memory=256 << 20, seconds=30.0)
"""Address space: 60 MB of the child itself, the file, 125 MB for the picture, and what it
becomes."""

PATIENCE = 5.0  # seconds for which a picture waits until a paper is drawn
MOST_AT_ONCE = 24 << 20  # bytes of foreign files that are in the house's memory at once

T = TypeVar("T")


class Workshop:
    """`room` and `turns` are for whoever holds foreign bytes before they come here."""

    def __init__(self, pictures: Worker | None = None) -> None:
        self.room = Room(MOST_AT_ONCE)
        self.turns = Turns()
        self._pictures = pictures or Worker(PICTURES)
        self._thread = ThreadPoolExecutor(1, "pictures")
        self._papers = asyncio.Lock()
        self._drawing: set[Worker] = set()

    def warm(self) -> None:
        """Starts the child for pictures, while what it is needed for is still on its way."""
        self._thread.submit(_begun, self._pictures)

    async def picture(
        self, job: str, data: bytes, whose: Hashable, **wanted: Any
    ) -> Frame:
        """What `bot.drawing.jobs` found and made. Raises Unusable and WorkFailed."""
        async with self.turns.of(whose):
            await self._until_drawn()
            ask = partial(self._pictures.ask, {"job": job} | wanted, data)
            return await self._in_thread(ask)

    async def paper(
        self, trade: Trade, spec: bytes, environment: dict[str, str]
    ) -> bytes:
        """What a child of its own draws, which is ended then. Raises Unusable and WorkFailed."""
        worker = Worker(trade, environment)
        async with self._papers:
            self._drawing.add(worker)
            try:
                await self._in_thread(self._pictures.end)  # not both in memory
                _, made = await asyncio.to_thread(_once, worker, {"job": "draw"}, spec)
            finally:
                self._drawing.discard(worker)
                worker.close()
        return made

    def close(self) -> None:
        """Ends the children. What is under way fails, and is tried again at the next start."""
        self._thread.shutdown(wait=False, cancel_futures=True)
        for worker in (self._pictures, *self._drawing):
            worker.close()

    async def _until_drawn(self) -> None:
        if self._papers.locked():
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE), self._papers:
                    pass

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)


def _once(worker: Worker, wanted: dict[str, Any], data: bytes) -> Frame:
    try:
        return worker.ask(wanted, data)
    finally:
        worker.end()


def _begun(worker: Worker) -> None:
    with contextlib.suppress(Exception):
        worker.begin()
