"""What a test waits for: that something has happened at a fake."""

from __future__ import annotations

import asyncio


class Signal:
    """Wakes everybody who waits for "something has happened"."""

    def __init__(self) -> None:
        self._waiting: list[asyncio.Future[None]] = []

    def next(self) -> asyncio.Future[None]:
        """A future that is done at the next notify(); take it before looking, so that nothing
        slips between.
        """
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(future)
        return future

    def notify(self) -> None:
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)
