"""A wire between two processes that can be made bad: slow, cut, half open, a trickle.

It knows nothing of what passes: the same between the house and the Bot API, and between the house
and PostgreSQL.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TypeVar

CHUNK = 65536
LOOKS_EVERY = 0.05  # seconds

Pair = tuple[asyncio.StreamReader, asyncio.StreamWriter]
Connect = Callable[[], Awaitable[Pair]]


@dataclass
class Line:
    """How the wire is now.

    delay       seconds that everything takes longer, each way
    rate        bytes a second, 0 for as many as come
    open        nothing passes while it is not, and nobody is told
    refuses     whoever connects is sent away
    """

    delay: float = 0.0
    rate: int = 0
    open: bool = True
    refuses: bool = False


class Proxy:
    """`port` on this machine leads to wherever `connect` goes."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect
        self._tasks: set[asyncio.Task[None]] = set()
        self._writers: set[asyncio.StreamWriter] = set()
        self._forgotten: set[asyncio.StreamWriter] = set()
        self.line = Line()
        self.port = 0

    def mend(self) -> None:
        """From now on all is well; what was held goes on."""
        self.line = Line()

    def cut(self) -> None:
        """Ends all connections without a goodbye."""
        for writer in tuple(self._writers):
            writer.transport.abort()

    def forget(self) -> None:
        """Of the connections that there are nothing ever passes again, and neither end is told: so
        a router that has lost its table.
        """
        self._forgotten |= self._writers

    async def met(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        """A connection, until one of its ends is gone."""
        self._writers.add(writer)
        try:
            if self.line.refuses:
                return
            await self._opened()
            there, to_there = await self._connect()
        except OSError:
            return
        finally:
            if self.line.refuses:
                self._ended(writer)
        self._writers.add(to_there)
        ways = (self._carry(reader, to_there), self._carry(there, writer))
        both = [asyncio.create_task(way) for way in ways]
        self._tasks.update(both)
        try:
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
            await self._opened()
        finally:
            for task in both:
                task.cancel()
                self._tasks.discard(task)
            self._ended(writer)
            self._ended(to_there)

    async def _carry(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter
    ) -> None:
        try:
            while data := await source.read(CHUNK):
                await self.pass_on(data, sink)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # one of them is gone, and so is the other

    async def pass_on(self, data: bytes, sink: asyncio.StreamWriter) -> None:
        while sink in self._forgotten:
            await asyncio.sleep(LOOKS_EVERY)
        await self._opened()
        if self.line.delay:
            await asyncio.sleep(self.line.delay)
        while data:
            size = (
                max(1, int(self.line.rate * LOOKS_EVERY)) if self.line.rate else CHUNK
            )
            part, data = data[:size], data[size:]
            sink.write(part)
            await sink.drain()
            if data and self.line.rate:
                await asyncio.sleep(LOOKS_EVERY)

    async def _opened(self) -> None:
        while not self.line.open:
            await asyncio.sleep(LOOKS_EVERY)

    def _ended(self, writer: asyncio.StreamWriter) -> None:
        self._writers.discard(writer)
        self._forgotten.discard(writer)
        writer.transport.abort()

    def end(self) -> None:
        for task in tuple(self._tasks):
            task.cancel()
        self.cut()


Made = TypeVar("Made", bound=Proxy)


@asynccontextmanager
async def proxy_to(
    connect: Connect,
    kind: type[Made] = Proxy,  # type: ignore[assignment]
) -> AsyncIterator[Made]:
    made = kind(connect)
    server = await asyncio.start_server(made.met, "127.0.0.1", 0)
    made.port = int(server.sockets[0].getsockname()[1])
    try:
        yield made
    finally:
        server.close()
        made.end()


def to_port(port: int) -> Connect:
    return lambda: asyncio.open_connection("127.0.0.1", port)


def to_socket(path: str) -> Connect:
    return lambda: asyncio.open_unix_connection(path)
