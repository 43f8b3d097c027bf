"""Pictures that were sent at one go come one by one, in any order, with nothing that says so: those
of one person within a few seconds are one album.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import replace

from domain.messages import Event, MediaKind

TOGETHER = 3.0  # seconds between two pictures of one album (ours)
KEPT = 4096  # people
TAKEN = (MediaKind.PHOTO, MediaKind.VIDEO)
"""What a phone sends several of at one go."""


class Albums:
    def __init__(self) -> None:
        self._last: OrderedDict[str, tuple[float, str]] = OrderedDict()

    def of_one(self, event: Event) -> Event:
        """The event with the album that its pictures belong to; words, typed or spoken, are no part
        of any.
        """
        if not any(one.kind in TAKEN for one in event.media):
            return event
        now = asyncio.get_running_loop().time()
        chat = event.chat.chat
        at, album = self._last.pop(chat, (now - 2 * TOGETHER, ""))
        if now - at > TOGETHER:
            album = event.external_id
        self._last[chat] = (now, album)
        if len(self._last) > KEPT:
            self._last.popitem(last=False)
        return replace(event, album=album)
