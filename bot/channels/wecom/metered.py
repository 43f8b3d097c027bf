"""A meter that begins with what earlier runs have sent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta

from bot.channels.channel import Full
from bot.channels.wecom.meter import LIMITS, Limits, Meter
from domain.messages import Reply
from storage.database import Database


def with_files(reply: Reply) -> int:
    """One, and one for each picture or file."""
    return 1 + len(reply.photos) + len(reply.files)


class Metered:
    """What one channel says. `key_of` tells by what a chat is counted, None where not at all;
    `many_of` of how many messages a letter was.
    """

    def __init__(
        self,
        database: Database,
        channel: str,
        limits: Limits = LIMITS,
        key_of: Callable[[str], str | None] = str,
        many_of: Callable[[Reply], int] = with_files,
    ) -> None:
        self._database = database
        self._channel = channel
        self._longest = max(seconds for seconds, _ in limits)
        self._key_of = key_of
        self._many_of = many_of
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
                for chat, when, reply in sent
                if (key := self._key_of(chat)) is not None
                for _ in range(self._many_of(reply))
            )
            self._recalls = False
