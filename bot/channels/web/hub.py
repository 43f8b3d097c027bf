"""Who is looking at which chat right now."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from typing import Any

Live = tuple[str, Any]
"""What a page is shown: the kind of event, and its data."""

# ends a page's stream: it opens another one and asks for what it missed
BEHIND: Live = ("behind", None)
MOST_QUEUED = 1000


class Hub:
    """What is missed here is in the database."""

    def __init__(self) -> None:
        self._pages: dict[str, set[asyncio.Queue[Live]]] = defaultdict(set)

    def open(self, chat: str) -> asyncio.Queue[Live]:
        queue: asyncio.Queue[Live] = asyncio.Queue(MOST_QUEUED)
        self._pages[chat].add(queue)
        return queue

    def close(self, chat: str, queue: asyncio.Queue[Live]) -> None:
        self._pages[chat].discard(queue)
        if not self._pages[chat]:
            del self._pages[chat]

    def ask_again(self, chat: str) -> None:
        """Ends the streams of this chat: who may look opens another one."""
        for queue in self._pages.get(chat, ()):
            _end(queue)

    def stop(self) -> None:
        """Ends every stream, so that the server can stop without cutting them off."""
        for queues in self._pages.values():
            for queue in queues:
                _end(queue)

    def show(self, chat: str, kind: str, what: Any) -> None:
        for queue in self._pages.get(chat, ()):
            if queue.full():
                _end(queue)
            else:
                queue.put_nowait((kind, what))


def _end(queue: asyncio.Queue[Live]) -> None:
    while not queue.empty():
        queue.get_nowait()
    queue.put_nowait(BEHIND)
