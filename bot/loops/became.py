"""What became of a picture: stored, refused, tried again, lost; whoever waits for it hears so."""

from __future__ import annotations

import asyncio
from typing import Any

import structlog

from bot.channels.channel import FetchError
from bot.logs import told
from bot.loops.delivery import Delivery
from bot.media.taking import Taken
from bot.media.uncleaned import Uncleaned
from bot.workshop.outcomes import WorkFailed
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
MOST_DRAWN = 5  # faults; then whoever asked for a chart or a paper has it without
OVER: dict[str, Any] = {"due_at": None, "faults": 0}
"""Of what is not to be fetched any more."""


class Became:
    def __init__(
        self,
        database: Database,
        setup: Setup,
        delivery: Delivery,
        uncleaned: Uncleaned,
    ) -> None:
        self._database = database
        self._setup = setup
        self._delivery = delivery
        self._uncleaned = uncleaned

    async def store(self, kept: Kept, taken: Taken, sha: str) -> None:
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

    async def refuse(self, kept: Kept, reason: str) -> None:
        """The file itself is to blame."""
        async with self._database.unit() as unit:
            await unit.media.settle(kept.id, status="refused", **OVER)
            await pictures.refused(unit, self._setup, kept, reason)
        await self._settled(unit, kept)

    async def again(self, kept: Kept, error: FetchError) -> None:
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

    async def our_fault(self, kept: Kept, error: Exception) -> None:
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

    async def tell_what_waits(self) -> None:
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
