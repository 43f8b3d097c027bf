"""The fake Bot API's webhook: a request for each update, over as many kept connections as the bot
asked for.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import cast
from urllib.parse import urlsplit

import orjson

from bench.wire import HEAD_END, Params, cut_body

MOST, USUAL = 100, 40
"""Telegram's `max_connections`: at most, and where none is given
(https://core.telegram.org/bots/api#setwebhook).
"""
Called = Callable[[Params], None]


class Pushing:
    """Sends every update until it is answered with 200; `called` hears the method that an answer
    may hold. An update arrives `latency` seconds after it set out; the answer is heard at once,
    as every call is.
    """

    def __init__(self, params: Params, latency: float, called: Called) -> None:
        there = urlsplit(str(params["url"]))
        self.host, self.port = there.hostname or "127.0.0.1", there.port or 80
        self.latency, self.called = latency, called
        secret = str(params.get("secret_token", "")).encode()
        self.head = (
            b"POST %b HTTP/1.1\r\nHost: %b\r\nContent-Type: application/json\r\n"
            b"X-Telegram-Bot-Api-Secret-Token: %b\r\nContent-Length: "
        ) % (there.path.encode() or b"/", there.netloc.encode(), secret)
        self.most = min(int(params.get("max_connections") or USUAL), MOST)
        self.idle: deque[Pipe] = deque()
        self.open = 0
        self.waiting: deque[bytes] = deque()

    def push(self, update: bytes) -> None:
        """Sends it as soon as a connection is free."""
        self.waiting.append(update)
        self.go_on()

    def go_on(self) -> None:
        loop = asyncio.get_running_loop()
        while self.waiting and self.idle:
            pipe, update = self.idle.popleft(), self.waiting.popleft()
            request = b"%b%d\r\n\r\n%b" % (self.head, len(update), update)
            pipe.update = update
            if self.latency:
                loop.call_later(self.latency, pipe.write, request)
            else:
                pipe.write(request)
        if self.waiting and self.open < self.most:
            self.open += 1
            self._dialled = asyncio.ensure_future(self.dial())

    async def dial(self) -> None:
        """One more connection; tried again until somebody listens there."""
        loop = asyncio.get_running_loop()
        while True:
            try:
                await loop.create_connection(lambda: Pipe(self), self.host, self.port)
            except OSError:
                await asyncio.sleep(0.02)
            else:
                return


class Pipe(asyncio.Protocol):
    """One connection: one update under way at a time."""

    def __init__(self, owner: Pushing) -> None:
        self.owner = owner
        self.update = b""
        self.heard = b""
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)
        self.free()

    def connection_lost(self, exc: Exception | None) -> None:
        """What was under way goes out again over another connection."""
        self.transport = None
        owner = self.owner
        owner.open -= 1
        if self in owner.idle:
            owner.idle.remove(self)
        if self.update:
            owner.push(self.update)

    def free(self) -> None:
        self.update = b""
        self.owner.idle.append(self)
        self.owner.go_on()

    def write(self, request: bytes) -> None:
        if self.transport is not None:
            self.transport.write(request)

    def data_received(self, data: bytes) -> None:
        """A whole answer frees the connection."""
        self.heard += data
        head_end = self.heard.find(HEAD_END)
        if head_end < 0:
            return
        taken = cut_body(self.heard[:head_end].lower(), self.heard, head_end + 4)
        if taken is None:
            return
        good, self.heard = self.heard.startswith(b"HTTP/1.1 2"), b""
        if not good:
            self.owner.waiting.append(self.update)
        elif b'"method"' in taken[0]:
            self.owner.called(orjson.loads(taken[0]))
        self.free()
