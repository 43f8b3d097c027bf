"""A few things at once, each by itself: one that takes long or breaks keeps only its own worker."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import structlog

from bot.logs import told

log = structlog.get_logger()


class Workers:
    """`name` is that of the loop, for the log; a key is the id of a row."""

    def __init__(self, name: str, most: int) -> None:
        self._name = name
        self._most = most
        self._busy: dict[int, asyncio.Task[None]] = {}

    @property
    def free(self) -> int:
        return self._most - len(self._busy)

    @property
    def busy(self) -> list[int]:
        """What is under way."""
        return list(self._busy)

    def begin(self, key: int, work: Coroutine[Any, Any, None]) -> None:
        """What still breaks `work` is logged; it should have settled that itself."""
        task = asyncio.create_task(self._do(work), name=f"{self._name} {key}")
        self._busy[key] = task
        task.add_done_callback(lambda _: self._busy.pop(key, None))

    async def _do(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except Exception as error:
            log.error(f"{self._name}.not_settled", **told(error))

    async def any_done(self, seconds: float) -> None:
        """Until one of them is done, or for so many seconds."""
        if not self._busy:
            return await asyncio.sleep(seconds)
        first = asyncio.FIRST_COMPLETED
        await asyncio.wait(self._busy.values(), timeout=seconds, return_when=first)

    async def all_done(self) -> None:
        while self._busy:
            await asyncio.wait(self._busy.values())

    def stop(self) -> None:
        """Cancels what is under way."""
        for task in self._busy.values():
            task.cancel()
