"""A server that does on each connection what a test tells it, byte by byte."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from typing import Self

HEAD_END = b"\r\n\r\n"
PATIENCE = 5.0  # seconds after which a test has failed


class Link:
    """A connection as its server sees it; `number` counts from 1."""

    def __init__(
        self,
        number: int,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        self.number = number
        self.reader = reader
        self.writer = writer

    async def head(self) -> bytes:
        """Of the next request. Raises IncompleteReadError where the client has gone."""
        return await self.reader.readuntil(HEAD_END)

    async def request(self) -> tuple[bytes, bytes]:
        """Head and body."""
        head = await self.head()
        _, found, after = head.lower().partition(b"content-length: ")
        size = int(after.split(b"\r\n")[0]) if found else 0
        return head, await self.reader.readexactly(size)

    async def answer(self, body: bytes = b"{}", status: int = 200) -> None:
        await self.say(
            b"HTTP/1.1 %d Fine\r\nContent-Length: %d\r\n\r\n%b"
            % (status, len(body), body)
        )

    async def say(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def gone(self) -> None:
        """Until the client has closed the connection."""
        try:
            while await self.reader.read(65536):
                pass
        except ConnectionError:
            pass

    def close(self) -> None:
        self.writer.close()

    def cut(self) -> None:
        """Without a goodbye."""
        self.writer.transport.abort()


Serve = Callable[[Link], Awaitable[None]]


class Wire:
    """`async with Wire(serve) as wire`; `serve` runs once for each connection, which is closed when
    it returns.
    """

    def __init__(self, serve: Serve, tls: ssl.SSLContext | None = None) -> None:
        self._serve = serve
        self._tls = tls
        self._tasks: set[asyncio.Task[None]] = set()
        self.links: list[Link] = []
        self.mistakes: list[BaseException] = []

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(
            self._met, "127.0.0.1", 0, ssl=self._tls
        )
        self.port = int(self._server.sockets[0].getsockname()[1])
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._server.wait_closed()
        assert not self.mistakes, self.mistakes

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/bot1:KEPT/getMe"

    async def _met(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        link = Link(len(self.links) + 1, reader, writer)
        self.links.append(link)
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            await self._serve(link)
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass  # the client has gone, or the test is over
        except BaseException as error:
            self.mistakes.append(error)
        finally:
            writer.transport.abort()


async def polite(link: Link) -> None:
    """Answers every request."""
    while True:
        await link.request()
        await link.answer(b'{"link":%d}' % link.number)
