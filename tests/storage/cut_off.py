"""A wire to PostgreSQL that can be cut so that neither side notices."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

SOCKET = ".s.PGSQL.5432"
CHUNK = 65536


class PostgresWire:
    """`port` on this machine leads to the server whose sockets are in `folder`."""

    def __init__(self, folder: str) -> None:
        self._path = f"{folder}/{SOCKET}"
        self._passes = asyncio.Event()
        self._passes.set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.port = 0

    def cut(self) -> None:
        """From now on nothing passes, and nothing is closed."""
        self._passes.clear()

    def mend(self) -> None:
        self._passes.set()

    async def _met(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        await self._passes.wait()
        there, to_there = await asyncio.open_unix_connection(self._path)
        for source, sink in ((reader, to_there), (there, writer)):
            task = asyncio.create_task(self._carry(source, sink))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _carry(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter
    ) -> None:
        try:
            while data := await source.read(CHUNK):
                await self._passes.wait()
                sink.write(data)
                await sink.drain()
        except ConnectionError:
            pass  # one of them is gone, and so is the other
        finally:
            sink.transport.abort()

    def end(self) -> None:
        for task in self._tasks:
            task.cancel()


@asynccontextmanager
async def wire_to(folder: str) -> AsyncIterator[PostgresWire]:
    wire = PostgresWire(folder)
    server = await asyncio.start_server(wire._met, "127.0.0.1", 0)
    wire.port = server.sockets[0].getsockname()[1]
    try:
        yield wire
    finally:
        server.close()
        wire.end()
