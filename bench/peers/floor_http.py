"""HTTP by hand: as little of it as a bot needs."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Any, cast

import msgspec

from bench.peers import common
from bench.peers.floor import ignore
from bench.peers.floor_updates import Chain

CONNECTIONS = 512
HEAD = (
    "POST /bot{token}/{method} HTTP/1.1\r\nHost: {host}\r\n"
    "Content-Type: application/json\r\nContent-Length: "
)


class Link(asyncio.Protocol):
    """One connection with at most one request under way; `then` gets the answer's body."""

    def __init__(self, free: Callable[[Link], None]) -> None:
        self.free, self.waiting = free, b""
        self.then: Callable[[bytes], None] | None = None
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ready for requests."""
        self.transport = cast(asyncio.Transport, transport)

    def ask(self, request: bytes, then: Callable[[bytes], None]) -> None:
        """Send one request."""
        assert self.transport is not None
        self.then = then
        self.transport.write(request)

    def data_received(self, data: bytes) -> None:
        """Collect the answer; when it is whole, become free and pass it on."""
        self.waiting = data = self.waiting + data
        end = data.find(b"\r\n\r\n")
        if end < 0:
            return
        at = data.index(b"Content-Length: ") + 16
        if len(data) < end + 4 + int(data[at : data.index(b"\r\n", at)]):
            return
        self.waiting, then, self.then = b"", self.then, None
        self.free(self)
        if then is not None:
            then(data[end + 4 :])


class Client:
    """A pool of links; what finds none free waits in line."""

    def __init__(self, base: str) -> None:
        host, _, port = base.removeprefix("http://").partition(":")
        self.host, self.port, self.opened = host, int(port), 0
        self.idle: list[Link] = []
        self.line: deque[tuple[bytes, Callable[[bytes], None]]] = deque()
        self.heads: dict[str, bytes] = {}
        self.encode = msgspec.json.Encoder().encode
        self.opening: set[asyncio.Task[None]] = set()

    def call(
        self, method: str, params: dict[str, Any], then: Callable[[bytes], None]
    ) -> None:
        """Call a method; `then` hears the body of the answer."""
        head = self.heads.get(method)
        if head is None:
            head = HEAD.format(
                token=common.TOKEN, method=method, host=f"{self.host}:{self.port}"
            ).encode()
            self.heads[method] = head
        body = self.encode(params)
        request = b"%b%d\r\n\r\n%b" % (head, len(body), body)
        if self.idle:
            self.idle.pop().ask(request, then)
            return
        self.line.append((request, then))
        if self.opened < CONNECTIONS:
            self.opened += 1
            task = asyncio.ensure_future(self.open())
            self.opening.add(task)
            task.add_done_callback(self.opening.discard)

    async def open(self) -> None:
        """Open one more link."""
        loop = asyncio.get_running_loop()
        _, link = await loop.create_connection(
            lambda: Link(self.free), self.host, self.port
        )
        self.free(link)

    def free(self, link: Link) -> None:
        """Give a free link to the first in line."""
        if self.line:
            link.ask(*self.line.popleft())
        else:
            self.idle.append(link)

    def send(self, chain: Chain) -> None:
        """Make the calls of a chain one after the other."""
        (method, params), rest = chain[0], chain[1:]
        self.call(method, params, (lambda body: self.send(rest)) if rest else ignore)
