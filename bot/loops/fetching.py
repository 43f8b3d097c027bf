"""The loop of pictures and voice: what is wanted → channel.fetch → clean → store. No handler waits
for it.

What is wanted of the channel "house" is drawn by the house itself (`bot.drawing`) and tried again
like the rest.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import structlog

from bot.channels.channel import Channel, FetchError
from bot.drawing.renderer import Studio
from bot.loops.delivery import Delivery
from bot.media.files import Files
from bot.media.pictures import SUFFIXES, NotAPicture, clean, dhash
from domain import retry
from domain.messages import MediaKind
from handlers.dialog.setup import Setup
from handlers.filing import on_its_way, pictures
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
    ) -> None:
        self._database = database
        self._setup = setup
        self._channels = channels
        self._files = files
        self._delivery = delivery
        self._studio = Studio(database, files)

    async def run(self) -> None:
        while True:
            try:
                done = await self.round()
            except Exception as error:
                log.error("fetching.failed", error=type(error).__name__)
                done = 0
            if not done:
                await asyncio.sleep(PAUSE)

    async def round(self) -> int:
        """Fetches what is due, a few at once. Returns how many were tried."""
        async with self._database.unit() as unit:
            wanted = await unit.media.wanted(AT_ONCE, (*self._channels, HOUSE.channel))
        await asyncio.gather(*(self._one(kept) for kept in wanted))
        return len(wanted)

    async def _one(self, kept: Kept) -> None:
        drawn = kept.chat == HOUSE
        try:
            data, mime = await (self._studio.draw(kept) if drawn else self._fetch(kept))
            sha = await asyncio.to_thread(self._files.put, data)
            seen = looks_like_a_picture(kept) and not drawn
            marks = await asyncio.to_thread(dhash, data) if seen else None
        except NotAPicture:
            return await self._refuse(kept)
        except FetchError as error:
            return await self._again(kept, error)
        async with self._database.unit() as unit:
            await unit.media.settle(
                kept.id, status="stored", sha=sha, mime=mime, due_at=None, dhash=marks
            )
            await on_its_way.settled(unit, self._setup, kept)
        self._delivery.offer(unit.outbox.handover)

    async def _fetch(self, kept: Kept) -> tuple[bytes, str]:
        """(bytes, MIME type), cleaned. Raises FetchError and NotAPicture."""
        data = await self._channels[kept.chat.channel].fetch(kept.media)
        if len(data) > self._setup.most_bytes:
            raise NotAPicture("too big")
        if looks_like_a_picture(kept):
            return await asyncio.to_thread(clean, data)
        return data, kept.media.mime

    async def _again(self, kept: Kept, error: FetchError) -> None:
        log.info(
            "fetching.failed", media=kept.id, why=str(error), permanent=error.permanent
        )
        async with self._database.unit() as unit:
            if error.permanent or retry.hopeless(unit.now, kept.made_at, kept.tries):
                await unit.media.settle(
                    kept.id,
                    status="failed",
                    due_at=None,
                )
                await pictures.lost(unit, self._setup, kept)
            else:
                due = retry.again_at(unit.now, kept.tries)
                await unit.media.settle(
                    kept.id,
                    tries=kept.tries + 1,
                    due_at=due,
                )
        self._delivery.offer(unit.outbox.handover)

    async def _refuse(self, kept: Kept) -> None:
        async with self._database.unit() as unit:
            await unit.media.settle(
                kept.id,
                status="refused",
                due_at=None,
            )
            await pictures.refused(unit, self._setup, kept)
        self._delivery.offer(unit.outbox.handover)


def looks_like_a_picture(kept: Kept) -> bool:
    """Photos, and documents that say they are pictures: those still carry their EXIF data."""
    media = kept.media
    if media.kind is MediaKind.DOCUMENT:
        named = media.name.lower().endswith(SUFFIXES)
        return named or media.mime.startswith("image/")
    return kept.media.kind is MediaKind.PHOTO
