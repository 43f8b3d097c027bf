"""How long a server may take for one statement: without an end, whoever waits on a connection whose
other side is silently gone waits for ever, and everybody behind them.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

WRITING, LOOKING = 10.0, 60.0  # seconds; figures of a large district may take some


class Patience:
    """Of one transaction. Where an answer does not come, what waits for it is cancelled, which ends
    the connection, and TimeoutError comes out of `patience`.
    """

    def __init__(
        self,
        limit: asyncio.Timeout | None,
        seconds: float,
    ) -> None:
        self._limit = limit
        self._seconds = seconds

    def asks(self) -> None:
        """From now on the server is at it."""
        if self._limit is not None and not self._limit.expired():
            now = asyncio.get_running_loop().time()
            self._limit.reschedule(now + self._seconds)

    def answered(self) -> None:
        if self._limit is not None and not self._limit.expired():
            self._limit.reschedule(None)


@asynccontextmanager
async def patience(server: bool, seconds: float) -> AsyncIterator[Patience]:
    """For a transaction on a `server`; a file answers or fails by itself. Begins with the asking
    for a connection.
    """
    if not server:
        yield Patience(None, seconds)
        return
    async with asyncio.timeout(seconds) as limit:
        yield Patience(limit, seconds)
