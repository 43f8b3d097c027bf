"""Work that is done again and again, so many seconds apart by a clock that nobody sets: where the
wall clock is put back an hour, its turns come as before (docs/adr/0027).
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping

Work = Callable[[str], Awaitable[None]]


class Rhythm:
    """`work` is called by name, never twice at a time for one name, and has to catch its own
    errors. `apart` is in seconds.
    """

    def __init__(self, work: Work, apart: Mapping[str, float]) -> None:
        self._work = work
        self._apart = apart
        self._wakes = {name: asyncio.Event() for name in apart}
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        for name in self._apart:
            task = asyncio.create_task(self._again_and_again(name), name=name)
            self._tasks.add(task)

    def at_once(self) -> None:
        """All have their turn now, whenever it would have been."""
        for wake in self._wakes.values():
            wake.set()

    async def stop(self) -> None:
        """What is under way is cancelled; when this returns nothing runs any more."""
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
        self._tasks.clear()

    async def _again_and_again(self, name: str) -> None:
        wake, seconds = self._wakes[name], self._apart[name]
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await wake.wait()
            wake.clear()
            await self._work(name)
