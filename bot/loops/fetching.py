"""The loop of pictures and voice: what is wanted → channel.fetch → clean → store. No handler waits
for it.

A few at once, each by itself: a try is written down before it begins, and what fails waits alone.
What is wanted of the channel "house" is drawn by the house itself (`bot.drawing`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import structlog

from bot.channels.channel import Channel, FetchError
from bot.drawing.renderer import Studio
from bot.logs import told
from bot.loops.became import Became
from bot.loops.delivery import Delivery
from bot.loops.workers import Workers
from bot.media.files import Files
from bot.media.taking import Taken, take
from bot.media.uncleaned import Uncleaned
from bot.workshop.outcomes import Unusable
from bot.workshop.workshop import Workshop
from handlers.dialog.setup import Setup
from storage.database import Database
from storage.media.media import HOUSE
from storage.memory.media import Kept

log = structlog.get_logger()
AT_ONCE = 4
PAUSE = 1.0


class Fetching:
    def __init__(
        self,
        database: Database,
        setup: Setup,
        channels: Mapping[str, Channel],
        files: Files,
        delivery: Delivery,
        workshop: Workshop,
    ) -> None:
        self._database = database
        self._setup = setup
        self._channels = channels
        self._files = files
        self._workshop = workshop
        self._uncleaned = Uncleaned(files.folder / "uncleaned")
        self._became = Became(database, setup, delivery, self._uncleaned)
        self._studio = Studio(database, files, workshop)
        self._workers = Workers("fetching", AT_ONCE)

    async def run(self) -> None:
        try:
            await self._became.tell_what_waits()
            while True:
                begun = await self._begun()
                await self._workers.any_done(
                    0 if begun and self._workers.free else PAUSE
                )
        finally:
            self._workers.stop()

    async def round(self) -> int:
        """Fetches what is due now. Returns how many were tried."""
        begun = await self._begin()
        await self._workers.all_done()
        return begun

    async def _begun(self) -> int:
        try:
            return await self._begin()
        except Exception as error:
            log.error("fetching.failed", **told(error))
            return 0

    async def _begin(self) -> int:
        """Takes what is due and has a worker."""
        if not self._workers.free:
            return 0
        among = (*self._channels, HOUSE.channel)
        async with self._database.unit() as unit:
            begun = await unit.media.begin(
                self._workers.free, among, self._workers.busy
            )
        for kept in begun:
            self._workers.begin(kept.id, self._one(kept))
        return len(begun)

    async def _one(self, kept: Kept) -> None:
        try:
            async with self._workshop.room.taken(kept.media.size):
                taken = await self._got(kept)
                sha = await asyncio.to_thread(self._files.put, taken.data)
        except Unusable as error:
            await self._became.refuse(kept, error.reason)
        except FetchError as error:
            await self._became.again(kept, error)
        except Exception as error:
            await self._became.our_fault(kept, error)
        else:
            await self._became.store(kept, taken, sha)

    async def _got(self, kept: Kept) -> Taken:
        """The bytes as we keep them. Raises FetchError, Unusable; all else is our own fault."""
        if kept.chat == HOUSE:
            data, mime = await self._studio.draw(kept)
            return Taken(data, kept.media.kind, mime)
        data = await self._fetched(kept)
        most = self._setup.most_bytes
        return await take(self._workshop, data, kept.media, str(kept.chat), most)

    async def _fetched(self, kept: Kept) -> bytes:
        """As they came. Raises FetchError."""
        self._workshop.warm()
        ref = kept.media.ref
        if self._uncleaned.holds(ref):
            return await asyncio.to_thread(self._uncleaned.get, ref)
        try:
            return await self._channels[kept.chat.channel].fetch(kept.media)
        except (KeyError, TypeError, ValueError) as error:
            # an answer that is not as the channel's own side promises it
            raise FetchError(f"odd answer: {type(error).__name__}") from error
