"""The stream of one open page: first what it missed, then what happens."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any
from zoneinfo import ZoneInfo

import orjson
from sse_starlette import EventSourceResponse
from starlette.types import Receive, Scope, Send

from bot.channels.web import draw
from bot.channels.web.hub import BEHIND, Hub
from bot.channels.web.links import Links
from storage.database import Database
from storage.web import WebMessage

PING = 20  # seconds
MOST_SHOWN = 200  # messages in one answer
Still = Callable[[], Awaitable[bool]]
"""Whether whoever is looking may still look."""


class Stream(EventSourceResponse):
    """The answer to a page that listens; `over` is called when it ends, however it does."""

    def __init__(
        self, events: AsyncIterator[dict[str, Any]], over: Callable[[], None]
    ) -> None:
        super().__init__(events, ping=PING)
        self._over = over

    async def __call__(
        self,
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._over()


class Streams:
    def __init__(
        self, database: Database, hub: Hub, zone: ZoneInfo, links: Links
    ) -> None:
        self._database = database
        self._hub = hub
        self._zone = zone
        self._links = links

    async def log(
        self, chat: str, seat: str, after: int
    ) -> tuple[list[dict[str, Any]], int]:
        """(the messages since `after` as the page shows them, the last one's number)."""
        async with self._database.reader() as reader:
            found = await reader.web.after(
                chat,
                after,
                MOST_SHOWN,
            )
        shown = [
            draw.message(
                made,
                seat,
                self._zone,
                self._links,
            )
            for made in found
        ]
        return shown, max((made.seq for made in found), default=after)

    async def events(
        self, chat: str, seat: str, after: int, still: Still
    ) -> AsyncIterator[dict[str, Any]]:
        """Opened before reading, so nothing falls between."""
        queue = self._hub.open(chat)
        try:
            async for made in self._missed(chat, after):
                yield self._line(
                    "message",
                    made,
                    seat,
                )
            while (live := await queue.get()) is not BEHIND and await still():
                yield self._line(*live, seat)
        finally:
            self._hub.close(chat, queue)

    async def _missed(self, chat: str, after: int) -> AsyncIterator[WebMessage]:
        """Also from 0 on: a chat that was empty when the page asked may have got its first
        message since.
        """
        while True:
            async with self._database.reader() as reader:
                found = await reader.web.after(
                    chat,
                    after,
                    MOST_SHOWN,
                )
            for made in found:
                yield made
            if len(found) < MOST_SHOWN:
                return
            after = found[-1].seq

    def _line(self, kind: str, what: Any, seat: str) -> dict[str, Any]:
        if kind != "message":
            return {"event": kind, "data": orjson.dumps(what).decode()}
        shown = draw.message(
            what,
            seat,
            self._zone,
            self._links,
        )
        data = orjson.dumps(shown).decode()
        return {"event": kind, "id": str(what.seq), "data": data}
