"""A connection of the web server: admitted by the gate, cut where its head or its reader is slow.

uvicorn waits for ever for a first head, for the rest of one, and for somebody who does not read
what they asked for.
"""

from __future__ import annotations

import asyncio
from typing import ClassVar

from bot.channels.web.connection import Connection
from bot.channels.web.limits.caller import Caller
from bot.channels.web.limits.gate import Gate
from bot.channels.web.standing import Full


class Guarded(Connection):
    """Made by uvicorn; `behind` gives it the gate."""

    gate: ClassVar[Gate]
    caller: Caller

    def connection_made(  # type: ignore[override]  # as in uvicorn
        self, transport: asyncio.Transport
    ) -> None:
        super().connection_made(transport)
        self._head_timer: asyncio.TimerHandle | None = None
        self._reader_timer: asyncio.TimerHandle | None = None
        self._waits_since: float | None = None
        peer = self.client[0] if self.client else ""
        self.caller = self.gate.caller(peer)
        if not self.gate.admit(self, peer):
            self.gate.reserve(self)
            self.app = Full(self.app)
        self._look()

    def connection_lost(self, exc: Exception | None) -> None:
        self.gate.gone(self)
        for timer in (self._head_timer, self._reader_timer):
            if timer is not None:
                timer.cancel()
        super().connection_lost(exc)

    def cut(self) -> None:
        """At once: whoever is slow would be slow in closing it, too."""
        self.transport.abort()

    # --- its head ---

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._look()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._look()

    def _look(self) -> None:
        """Whether it is being answered, or a head is waited for; each byte of one buys no more
        time. A timer of an earlier wait goes on: most requests need none of their own.
        """
        if self.transport.is_closing():
            return
        if self.cycle is not None and not self.cycle.response_complete:
            if self._waits_since is not None:
                self._waits_since = None
                self.gate.busy(self)
        elif self._waits_since is None:
            self._waits_since = self.loop.time()
            self._await_head(self.transport.get_write_buffer_size())

    def _await_head(self, unread: int) -> None:
        """From when the last answer, of which so many bytes are still to be read, is through."""
        if unread:
            seconds = self.gate.limits.body_seconds
            self.loop.call_later(
                seconds,
                self._late,
                unread,
            )
            return
        self.gate.idle(self)
        if self._head_timer is None:
            seconds = self.gate.limits.head_seconds
            self._head_timer = self.loop.call_later(seconds, self._is_head_late)

    def _is_head_late(self) -> None:
        self._head_timer = None
        if self._waits_since is None or self.transport.is_closing():
            return
        waited = self.loop.time() - self._waits_since
        left = self.gate.limits.head_seconds - waited
        if left <= 0:
            return self.cut()
        self._head_timer = self.loop.call_later(left, self._is_head_late)

    def _late(self, before: int) -> None:
        if self._waits_since is None or self.transport.is_closing():
            return
        unread = self.transport.get_write_buffer_size()
        if unread >= before:
            return self.cut()
        self._waits_since = self.loop.time()
        self._await_head(unread)

    # --- its reader ---

    def pause_writing(self) -> None:
        super().pause_writing()
        self._watch(self.transport.get_write_buffer_size())

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._reader_timer is not None:
            self._reader_timer.cancel()
            self._reader_timer = None

    def _watch(self, left: int) -> None:
        seconds = self.gate.limits.body_seconds
        self._reader_timer = self.loop.call_later(
            seconds,
            self._does_it_read,
            left,
        )

    def _does_it_read(self, before: int) -> None:
        left = self.transport.get_write_buffer_size()
        if left >= before:
            return self.cut()
        self._watch(left)


def behind(gate: Gate) -> type[Guarded]:
    return type(
        "Guarded",
        (Guarded,),
        {"gate": gate},
    )
