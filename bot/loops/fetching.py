"""The loop of pictures and voice: what is wanted → channel.fetch → clean → store. No handler waits
for it.

A few at once, each by itself: a try is written down before it begins, and what fails waits alone.
What is wanted of the channel "house" is drawn by the house itself (`bot.drawing`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import structlog

from bot.channels.channel import Channel, FetchError
from bot.drawing.renderer import Studio
from bot.logs import told
from bot.loops.delivery import Delivery
from bot.loops.workers import Workers
from bot.media.files import Files
from bot.media.taking import Taken, take
from bot.media.uncleaned import Uncleaned
from bot.workshop.outcomes import Unusable, WorkFailed
from bot.workshop.workshop import Workshop
from domain import faults, retry
from handlers.admin import faulty, poster
from handlers.dialog.scene import Scene
from handlers.dialog.setup import Setup
from handlers.filing import on_its_way, pictures
from storage.database import Database
from storage.media.media import HOUSE
from storage.memory.media import Kept
from storage.unit import Unit

log = structlog.get_logger()
AT_ONCE = 4
PAUSE = 1.0
MOST_DRAWN = 5  # faults; then whoever asked for a chart or a paper has it without
OVER: dict[str, Any] = {"due_at": None, "faults": 0}
"""Of what is not to be fetched any more."""


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
        self._delivery = delivery
        self._workshop = workshop
        self._uncleaned = Uncleaned(files.folder / "uncleaned")
        self._studio = Studio(database, files, workshop)
        self._workers = Workers("fetching", AT_ONCE)

    async def run(self) -> None:
        try:
            await self._tell_what_waits()
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
            await self._refuse(kept, error.reason)
        except FetchError as error:
            await self._again(kept, error)
        except Exception as error:
            await self._our_fault(kept, error)
        else:
            await self._store(kept, taken, sha)

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

    # --- what became of it ---

    async def _store(self, kept: Kept, taken: Taken, sha: str) -> None:
        async with self._database.unit() as unit:
            await unit.media.settle(
                kept.id,
                status="stored",
                sha=sha,
                mime=taken.mime,
                dhash=taken.dhash,
                **OVER,
            )
            await on_its_way.settled(unit, self._setup, kept)
        await self._settled(unit, kept)

    async def _refuse(self, kept: Kept, reason: str) -> None:
        """The file itself is to blame."""
        async with self._database.unit() as unit:
            await unit.media.settle(kept.id, status="refused", **OVER)
            await pictures.refused(unit, self._setup, kept, reason)
        await self._settled(unit, kept)

    async def _again(self, kept: Kept, error: FetchError) -> None:
        """The other side did not give it: no fault of ours."""
        why, lasting = str(error), error.permanent
        log.info("fetching.failed", media=kept.id, why=why, permanent=lasting)
        async with self._database.unit() as unit:
            lost = lasting or retry.hopeless(unit.now, kept.made_at, kept.tries)
            due = retry.again_at(unit.now, kept.tries - 1)
            if not lost:
                await unit.media.settle(kept.id, faults=kept.faults - 1, due_at=due)
            scene = Scene(unit, self._setup)
            await poster.not_given(scene, kept, why, lost=lost)
        self._delivery.offer(unit.outbox.handover)
        if lost:
            await self._lose(kept)

    async def _our_fault(self, kept: Kept, error: Exception) -> None:
        log.error("fetching.our_fault", media=kept.id, why=_why(error), **told(error))
        async with self._database.unit() as unit:
            lost = faults.hopeless(unit.now, kept.made_at, kept.faults)
            lost |= kept.chat == HOUSE and kept.faults > MOST_DRAWN
            system = isinstance(error, OSError)
            due = faults.again_at(unit.now, kept.faults, system)
            if not lost:
                await unit.media.settle(kept.id, due_at=due)
            if kept.faults == faults.TOLD_FROM:
                await faulty.told(unit, self._setup)
        self._delivery.offer(unit.outbox.handover)
        if lost:
            await self._lose(kept)

    async def _lose(self, kept: Kept) -> None:
        async with self._database.unit() as unit:
            await unit.media.settle(kept.id, status="failed", **OVER)
            await pictures.lost(unit, self._setup, kept)
        await self._settled(unit, kept)

    async def _settled(self, unit: Unit, kept: Kept) -> None:
        self._delivery.offer(unit.outbox.handover)
        if self._uncleaned.holds(kept.media.ref):
            await asyncio.to_thread(self._uncleaned.drop, kept.media.ref)

    async def _tell_what_waits(self) -> None:
        """What this process died of could not be told then."""
        async with self._database.unit() as unit:
            if await unit.media.faulty():
                await faulty.told(unit, self._setup)
        self._delivery.offer(unit.outbox.handover)


def _why(error: Exception) -> str:
    """The words are ours, or the system's own for its error."""
    if isinstance(error, OSError):
        return error.strerror or ""
    return str(error) if isinstance(error, WorkFailed) else ""
