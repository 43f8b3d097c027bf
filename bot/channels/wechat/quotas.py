"""How much may still be said to each rider: by heart, and in rows that are written before a message
goes and soon after a word came.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

import structlog

from bot.channels.wechat.receive import CHANNEL
from bot.logs import told
from domain.messages import Address
from domain.quota import Quota, nothing
from storage.database import Database

log = structlog.get_logger()
WRITTEN_EVERY = 1.0  # seconds
KEPT = 20_000  # riders

Change = Callable[[Quota], Quota]


class Quotas:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[str, Quota] = {}
        self._unwritten: set[str] = set()

    async def of(self, chat: str) -> Quota:
        if chat not in self._known:
            async with self._database.reader() as reader:
                found = await reader.quotas.of(CHANNEL, [chat])
            now = self._database.clock()
            self._known.setdefault(chat, found.get(chat) or nothing(now))
        return self._known[chat]

    async def opens(self, chat: str, change: Change) -> None:
        """They said or did something. Written soon: what is lost by a kill errs on the safe
        side.
        """
        self._known[chat] = change(await self.of(chat))
        self._unwritten.add(chat)

    async def spend(self, chat: str) -> Callable[[], Awaitable[None]]:
        """One message is going to be sent: written before it goes. Returns what to call where it
        did not: a word that came meanwhile counts for more.
        """
        before = await self.of(chat)
        spent = before.spent(self._database.clock())
        await self._put(chat, spent)

        async def give_back() -> None:
            if self._known.get(chat) is spent:
                await self._put(chat, before)

        return give_back

    async def refuses(self, chat: str) -> None:
        """They want no templates, and get none any more."""
        await self._put(chat, replace(await self.of(chat), unwanted=True))

    async def shut(self, chat: str) -> None:
        """WeChat says that nothing may go."""
        await self._put(chat, (await self.of(chat)).shut())

    async def _put(self, chat: str, quota: Quota) -> None:
        await self._write({chat: quota})
        self._known[chat] = quota
        self._unwritten.discard(chat)

    async def _write(self, changed: Mapping[str, Quota]) -> None:
        """Of whoever left meanwhile nothing is kept."""
        async with self._database.unit() as unit:
            there = await unit.people.at_many(Address(CHANNEL, one) for one in changed)
            unit.quotas.put(CHANNEL, {one.chat: changed[one.chat] for one in there})

    async def run(self) -> None:
        """Writes what has changed, for ever."""
        while True:
            await asyncio.sleep(WRITTEN_EVERY)
            await self.write()

    async def write(self) -> None:
        chats, self._unwritten = self._unwritten, set()
        if not chats:
            return
        try:
            await self._write({chat: self._known[chat] for chat in chats})
        except Exception as error:
            self._unwritten |= chats
            log.warning("wechat.quotas_not_written", **told(error))
            return
        if len(self._known) > KEPT:
            self._known.clear()
