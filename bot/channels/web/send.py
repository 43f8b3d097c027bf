"""Letters out: written into the chat's memory, then shown on every page that is open on it."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from bot.channels.channel import FetchError, SendError, Sent
from bot.channels.web import draw
from domain.messages import Media
from storage.database import Database
from storage.memory.media import Kept
from storage.outbox.letters import Letter
from storage.sent_messages import SentMessage
from storage.web import WebMessage

ALERT_FROM = 40  # characters; a longer toast is gone before it is read
PATIENCE = 60
WAIT_FOR_FILE = timedelta(milliseconds=300)
Live = tuple[str, Any]
# ends a page's stream: it opens another one and asks for what it missed
BEHIND: Live = ("behind", None)


class Hub:
    """Who is looking at which chat right now. What is missed here is in the database."""

    def __init__(self) -> None:
        self._pages: dict[str, set[asyncio.Queue[Live]]] = defaultdict(set)

    def open(self, chat: str) -> asyncio.Queue[Live]:
        queue: asyncio.Queue[Live] = asyncio.Queue(1000)
        self._pages[chat].add(queue)
        return queue

    def close(self, chat: str, queue: asyncio.Queue[Live]) -> None:
        self._pages[chat].discard(queue)
        if not self._pages[chat]:
            del self._pages[chat]

    def stop(self) -> None:
        """Ends every stream, so that the server can stop without cutting them off."""
        for queues in self._pages.values():
            for queue in queues:
                while not queue.empty():
                    queue.get_nowait()
                queue.put_nowait(BEHIND)

    def show(self, chat: str, kind: str, what: Any) -> None:
        for queue in self._pages.get(chat, ()):
            if queue.full():
                while not queue.empty():
                    queue.get_nowait()
                queue.put_nowait(BEHIND)
            else:
                queue.put_nowait((kind, what))


class Web:
    name = "web"
    per_second = 0.0
    burst = 1

    def __init__(self, database: Database, hub: Hub) -> None:
        self._database = database
        self._hub = hub

    def pace_of(self, chat: str) -> tuple[float, int]:
        return 0, 1

    async def start(self) -> None:
        return None

    async def stop(self) -> None:
        self._hub.stop()

    async def send(
        self, letter: Letter, standing: SentMessage | None, media: Sequence[Kept]
    ) -> list[Sent]:
        """Raises SendError while a picture is still on its way."""
        reply = letter.reply
        if reply.press_ref:
            if reply.text:
                self._hub.show(
                    letter.to.chat,
                    "toast",
                    {"text": reply.text, "alert": len(reply.text) > ALERT_FROM},
                )
            return []
        if any(kept.status == "wanted" for kept in media) and letter.tries < PATIENCE:
            raise SendError("file not here yet", after=WAIT_FOR_FILE)
        made, new = await self._write(letter, standing, media)
        self._hub.show(letter.to.chat, "message", made)
        return [Sent(str(made.id), "photo" if made.body["photos"] else "text", new)]

    async def _write(
        self, letter: Letter, standing: SentMessage | None, media: Sequence[Kept]
    ) -> tuple[WebMessage, bool]:
        body = draw.body(letter.reply, media)
        number = standing.message_id if standing else letter.reply.edits
        async with self._database.unit() as unit:
            if number.isdecimal():
                kept = {
                    key: value
                    for key, value in body.items()
                    if key in ("html", "choices", "calls", "keyboard")
                }
                changed = await unit.web.change(
                    letter.to.chat, int(number), **kept, edited=False
                )
                if changed is not None:
                    return changed, standing is None
            return await unit.web.put(
                letter.to.chat, False, body, f"out-{letter.id}"
            ), True

    async def fetch(self, media: Media) -> bytes:
        raise FetchError("web files come with their message", permanent=True)
