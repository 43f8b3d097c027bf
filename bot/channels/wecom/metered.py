"""A meter that begins with what earlier runs have sent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta

from bot.channels.channel import Full
from bot.channels.wecom.meter import LIMITS, Limits, Meter
from storage.database import Database


class Metered:
    """What one channel says. `key_of` tells by what a chat is counted, None where not at all;
    `whole` whether a letter counts as all its messages or as one.
    """

    def __init__(
        self,
        database: Database,
        channel: str,
        limits: Limits = LIMITS,
        key_of: Callable[[str], str | None] = str,
        whole: bool = True,
    ) -> None:
        self._database = database
        self._channel = channel
        self._longest = max(seconds for seconds, _ in limits)
        self._key_of = key_of
        self._whole = whole
        self._meter = Meter(limits)
        self._recalls = True
        self._recalled = asyncio.Lock()

    async def wait_for(self, key: str, many: int, why: str, pressing: bool) -> None:
        """Raises Full, which says `why`, where so many more would be too many."""
        await self._recall()
        wait = self._meter.wait(key, many, asyncio.get_running_loop().time(), pressing)
        if wait > 0:
            raise Full(why, after=timedelta(seconds=wait), busy=True)

    def count(self, key: str) -> None:
        self._meter.count(key, asyncio.get_running_loop().time())

    async def _recall(self) -> None:
        async with self._recalled:
            if not self._recalls:
                return
            now, at = self._database.clock(), asyncio.get_running_loop().time()
            async with self._database.reader() as reader:
                since = now - timedelta(seconds=self._longest)
                sent = await reader.lately.sent(self._channel, since)
            self._meter.recall(
                (key, at - (now - when).total_seconds())
                for chat, when, many in sent
                if (key := self._key_of(chat)) is not None
                for _ in range(many if self._whole else 1)
            )
            self._recalls = False
