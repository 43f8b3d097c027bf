"""A kept connection: one request at a time, and its whole answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from typing import cast

import httptools

from bot.http.errors import Hangup, NoAnswer, TooLate

Answer = tuple[int, bytes]
"""Status and body."""

SLICE = 256 * 1024  # bytes of a large body that are handed to the transport at once
MOST = 64 * 1024 * 1024
"""Bytes of a body: three times the largest that is asked for, a file of Telegram's
(core.telegram.org/bots/api#getfile: 20 MB).
"""
FRAMES = (b"content-length", b"transfer-encoding")


class Connection(asyncio.Protocol):
    """`freed` is called when the next request may go over it, `lost` once when it is closed."""

    def __init__(
        self,
        freed: Callable[[Connection], None],
        lost: Callable[[Connection], None],
    ) -> None:
        self._freed = freed
        self._lost = lost
        self._loop = asyncio.get_running_loop()
        self._parser = httptools.HttpResponseParser(self)
        self._caller: asyncio.Future[Answer] | None = None
        self._pieces: Iterator[memoryview] | None = None
        self._paused = False
        self._answered = 0  # how many requests
        self.since = 0.0
        """When it became free, by the loop's clock."""
        self._begin()

    def _begin(self) -> None:
        """Nothing of the next answer has come."""
        self._status = 0
        self._body: list[bytes] = []
        self._room = MOST
        self._framed = self._heard = self._complete = self._lasting = False

    # --- what the pool does ---

    @property
    def usable(self) -> bool:
        return not self._transport.is_closing()

    def ask(self, start: bytes, rest: Sequence[bytes] = ()) -> asyncio.Future[Answer]:
        """Sends a request: its head with what is small, then the large parts of its body.

        The future raises NoAnswer, or Hangup or TooLate, which are kinds of it.
        """
        self._caller = caller = self._loop.create_future()
        self._transport.write(start)
        if rest:
            self._pieces = slices(rest)
            self._push()
        return caller

    def leave(self, caller: asyncio.Future[Answer]) -> None:
        """The caller waits no longer: what may still come is nobody's answer."""
        if self._caller is caller:
            self._caller = None
            self.close()

    def expire(self, caller: asyncio.Future[Answer]) -> None:
        """The caller's time is over."""
        if self._caller is caller:
            self._fail(TooLate("no answer in time"))

    def close(self) -> None:
        """At once: nothing that is still to be written is waited for."""
        self._pieces = None
        self._transport.abort()

    # --- what the transport does ---

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def pause_writing(self) -> None:
        self._paused = True

    def resume_writing(self) -> None:
        self._paused = False
        self._push()

    def _push(self) -> None:
        """Writes until the transport is full, so that of a photo only slices are copied."""
        while self._pieces is not None and not self._paused:
            piece = next(self._pieces, None)
            if piece is None:
                self._pieces = None
            else:
                self._transport.write(piece)

    def data_received(self, data: bytes) -> None:
        if self._caller is None:
            self.close()  # nobody asked
            return
        self._heard = True
        try:
            self._parser.feed_data(data)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade):
            if not self._complete:
                self._fail(NoAnswer("no HTTP" if self._room >= 0 else "too long"))
                return
            self._lasting = False  # bytes after the answer belong to nobody
        if self._complete:
            self._finish()

    def eof_received(self) -> None:
        """A body without a length ends here; the transport closes itself."""
        if self._caller is None:
            return
        if self._status and not self._framed:
            self._lasting = False
            self._finish()
        elif self._heard or not self._answered:
            self._fail(NoAnswer("closed before the answer was whole"))
        else:
            self._fail(Hangup("closed without an answer"))

    def connection_lost(self, error: Exception | None) -> None:
        self._pieces = None
        if self._caller is not None:
            silent = self._answered and not self._heard
            self._fail((Hangup if silent else NoAnswer)("the connection was lost"))
        self._lost(self)

    # --- what the parser finds ---

    def on_message_begin(self) -> None:
        if self._complete:
            raise ValueError("a second answer to one request")

    def on_header(self, name: bytes, value: bytes) -> None:
        if name.lower() in FRAMES:
            self._framed = True

    def on_headers_complete(self) -> None:
        self._status = self._parser.get_status_code()

    def on_body(self, data: bytes) -> None:
        self._room -= len(data)
        if self._room < 0:
            raise ValueError("an answer that is too long")
        self._body.append(data)

    def on_message_complete(self) -> None:
        if self._status < 200:  # 100 Continue: the answer is still to come
            self._status, self._framed = 0, False
            return
        self._complete = True
        self._lasting = self._parser.should_keep_alive()

    # --- how it ends ---

    def _finish(self) -> None:
        """Passes the answer on. One that came before the request was read leaves a connection in
        which the rest of the request would be taken for the next.
        """
        caller, self._caller = self._caller, None
        unsent = self._pieces is not None or self._transport.get_write_buffer_size()
        answer = self._status, b"".join(self._body)
        if caller is not None and not caller.done():
            caller.set_result(answer)
        self._answered += 1
        if self._lasting and not unsent:
            self._begin()
            self._freed(self)
        else:
            self.close()

    def _fail(self, error: NoAnswer) -> None:
        caller, self._caller = self._caller, None
        if caller is not None and not caller.done():
            caller.set_exception(error)
        self.close()


def slices(parts: Sequence[bytes]) -> Iterator[memoryview]:
    """Views of the parts, without a copy."""
    for part in parts:
        view = memoryview(part)
        for start in range(0, len(view), SLICE):
            yield view[start : start + SLICE]
