"""Timers that are due: many in one Unit, and each alone where one of them breaks it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial

import structlog

from bot.logs import told
from bot.loops.counting import beside
from bot.loops.delivery import Delivery
from bot.loops.isolating import apart, each
from domain import retry
from handlers.admin import troubles
from handlers.dialog.scene import Scene
from handlers.dialog.setup import Setup
from handlers.timers import BESIDE, DUE
from storage.database import Database
from storage.unit import Unit

log = structlog.get_logger()
AT_ONCE = 100
OFTEN = 20  # turns of one row in one look: it never moves on
TOLD_AT = 8  # tries after which admins hear of it, some four minutes

Row = tuple[int, datetime]
"""Its subject, and when it was due."""


class NeverMovesOn(Exception):
    """A timer that is due again and again."""


class Due:
    def __init__(
        self,
        database: Database,
        setup: Setup,
        delivery: Delivery,
    ) -> None:
        self._database = database
        self._setup = setup
        self._delivery = delivery

    async def look(self, kind: str) -> None:
        """All that is due of a kind. Raises the database's error where it is down."""
        turns: Counter[int] = Counter()
        broken: set[int] = set()

        async def failed(row: Row, error: Exception) -> None:
            broken.add(row[0])
            await self._postpone(kind, row, error)

        while rows := [row for row in await self._rows(kind) if row[0] not in broken]:
            turns.update(subject for subject, _ in rows)
            for row in rows:
                if turns[row[0]] > OFTEN:
                    await failed(row, NeverMovesOn())
            rows = [row for row in rows if row[0] not in broken]
            if rows:
                await apart(self._database, rows, partial(self._do, kind), failed)

    async def beside(self, kind: str) -> None:
        """What is due and takes long, one after the other."""
        await each(
            self._database,
            await self._rows(kind),
            partial(self._do_beside, kind),
            partial(self._postpone, kind),
        )

    async def in_a_unit(self, work: Callable[[Unit], Awaitable[None]]) -> None:
        """What it says goes out when it is committed."""
        async with self._database.unit() as unit:
            await work(unit)
        self._delivery.offer(unit.outbox.handover)

    async def _rows(self, kind: str) -> list[Row]:
        async with self._database.unit() as unit:
            return await unit.timers.due(kind, AT_ONCE)

    async def _do(self, kind: str, rows: list[Row]) -> None:
        async def together(unit: Unit) -> None:
            for subject, at in rows:
                await DUE[kind](Scene(unit, self._setup), subject, at)

        await self.in_a_unit(together)

    async def _do_beside(self, kind: str, rows: list[Row]) -> None:
        for subject, at in rows:
            done = await beside(
                self._database,
                self._setup,
                BESIDE[kind],
                subject,
                at,
            )
            if done is not None:
                self._delivery.offer(done.outbox.handover)

    async def _postpone(self, kind: str, row: Row, error: Exception) -> None:
        """It waits longer each time, and stands before nobody meanwhile."""
        subject, _ = row
        async with self._database.unit() as unit:
            tries = await unit.timers.tries(kind, subject) + 1
            again = retry.again_at(unit.now, tries)
            unit.timers.set(kind, subject, again, tries=tries)
        log.error(
            "timer.failed", kind=kind, subject=subject, tries=tries, **told(error)
        )
        if tries == TOLD_AT:
            tell = partial(troubles.stuck, setup=self._setup, kind=kind)
            await self.in_a_unit(tell)
