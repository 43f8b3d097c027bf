"""TICKS: what is looked for and how often. A tick only looks for due rows; the rows are in the
database.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog

from bot.logs import told
from bot.loops.counting import beside, night
from bot.loops.delivery import Delivery
from bot.loops.errors import storage_is_down
from bot.loops.rhythm import Rhythm
from handlers.dialog.scene import Scene
from handlers.dialog.setup import Setup
from handlers.timers import BESIDE, DUE, LOOKS
from storage.database import Database
from storage.unit import Unit

log = structlog.get_logger()
KEEP_SENT = timedelta(days=30)
KEEP_SHIFTS = timedelta(days=7)
RELEASED_AT_ONCE = 200
AT_ONCE = 100
POSTPONED = timedelta(minutes=10)

TICKS: dict[str, float] = {
    "release": 0.5,
    "finish": 0.5,
    "case": 5,
    "promise": 5,
    "turned": 5,
    "draft": 5,
    "held": 10,
    "digest": 20,
    "roster": 60,
    "recount": 5,
    "follow_up": 60,
    "weekly": 60,
    "dormant": 3600,
    "figures": 0.5,
    "daily": 30,
    "sweep": 3600,
}
"""Seconds between two looks."""


class Ticks:
    def __init__(self, database: Database, setup: Setup, delivery: Delivery) -> None:
        self._database = database
        self._setup = setup
        self._delivery = delivery
        self._rhythm = Rhythm(self.tick, TICKS)
        self.start = self._rhythm.start
        self.at_once = self._rhythm.at_once
        self.stop = self._rhythm.stop

    async def tick(self, name: str) -> None:
        """One look. What fails is logged and tried again next time."""
        try:
            if name in DUE:
                await self._due(name)
            elif name in LOOKS:
                await self._in_a_unit(
                    lambda unit: LOOKS[name](Scene(unit, self._setup))
                )
            elif name in BESIDE:
                await self._beside(name)
            elif name == "daily":
                await night(self._database, self._setup.zone)
            elif name == "release":
                await self._release()
            else:
                await self._in_a_unit(_sweep)
        except Exception as error:
            log.error("tick.failed", tick=name, **told(error))

    async def _in_a_unit(self, work: Callable[[Unit], Awaitable[None]]) -> None:
        async with self._database.unit() as unit:
            await work(unit)
        self._delivery.offer(unit.outbox.handover)

    async def _due(self, kind: str) -> None:
        """All that is due, many in one Unit. If one of them breaks it, each gets its own and
        that one waits.
        """
        while True:
            async with self._database.unit() as unit:
                due = await unit.timers.due(kind, AT_ONCE)
            if not due:
                return

            async def together(
                unit: Unit, due: list[tuple[int, datetime]] = due
            ) -> None:
                for subject, at in due:
                    await DUE[kind](
                        Scene(unit, self._setup),
                        subject,
                        at,
                    )

            try:
                await self._in_a_unit(together)
            except Exception as error:
                if storage_is_down(error):
                    raise
                for subject, at in due:
                    await self._alone(kind, subject, at)

    async def _alone(self, kind: str, subject: int, at: datetime) -> None:
        try:
            await self._in_a_unit(
                lambda unit: DUE[kind](
                    Scene(unit, self._setup),
                    subject,
                    at,
                )
            )
        except Exception as error:
            if storage_is_down(error):
                raise
            await self._postpone(kind, subject, error)

    async def _beside(self, kind: str) -> None:
        """What is due and takes long, one after the other."""
        async with self._database.unit() as unit:
            due = await unit.timers.due(kind, AT_ONCE)
        for subject, _ in due:
            try:
                done = await beside(self._database, self._setup, BESIDE[kind], subject)
            except Exception as error:
                if storage_is_down(error):
                    raise
                await self._postpone(kind, subject, error)
            else:
                if done is not None:
                    self._delivery.offer(done.outbox.handover)

    async def _postpone(self, kind: str, subject: int, error: Exception) -> None:
        log.error(
            "timer.failed",
            kind=kind,
            subject=subject,
            **told(error),
        )
        async with self._database.unit() as unit:
            unit.timers.set(kind, subject, unit.now + POSTPONED)

    async def _release(self) -> None:
        """Letters whose time has come, not more than delivery can soon send."""
        room = max(RELEASED_AT_ONCE - self._delivery.in_hand, 0)
        async with self._database.unit() as unit:
            letters = await unit.outbox.release(room) if room else []
        self._delivery.offer(letters)


async def _sweep(unit: Unit) -> None:
    await unit.arrivals.forget_old()
    await unit.outbox.prune(unit.now - KEEP_SENT)
    await unit.duty.prune(unit.now - KEEP_SHIFTS)
