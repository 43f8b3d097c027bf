"""TICKS: what is looked for and how often. A tick only looks for due rows; the rows are in the
database.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable
from datetime import timedelta

import structlog

from bot.logs import told
from bot.loops.counting import night
from bot.loops.delivery import Delivery
from bot.loops.due import Due
from bot.loops.errors import storage_is_down
from bot.loops.isolating import Tries, each
from bot.loops.rhythm import Rhythm
from handlers.dialog.clock import AtFault
from handlers.dialog.scene import Scene
from handlers.dialog.setup import Setup
from handlers.timers import BESIDE, DUE, LOOKS
from storage.database import Database
from storage.unit import Unit

log = structlog.get_logger()
KEEP_SENT = timedelta(days=30)
KEEP_SHIFTS = timedelta(days=7)
RELEASED_AT_ONCE = 200

Sweep = Callable[[Unit], Awaitable[object]]

TICKS: dict[str, float] = {
    "release": 0.5,
    "finish": 0.5,
    "case": 5,
    "promise": 5,
    "shop": 20,
    "wish": 60,
    "listing": 60,
    "member": 60,
    "member_silent": 3600,
    "errand": 60,
    "errand_hours": 60,
    "errand_unsaid": 60,
    "turned": 5,
    "draft": 5,
    "held": 10,
    "digest": 20,
    "leave": 60,
    "roster": 60,
    "recount": 5,
    "follow_up": 60,
    "points": 60,
    "award": 60,
    "award_ends": 60,
    "points_notice": 60,
    "points_lapse": 60,
    "gift": 60,
    "coupon": 60,
    "offer": 3600,
    "weekly": 60,
    "dormant": 3600,
    "figures": 0.5,
    "daily": 30,
    "sweep": 3600,
}
"""Seconds between two looks."""


class Ticks:
    def __init__(
        self,
        database: Database,
        setup: Setup,
        delivery: Delivery,
    ) -> None:
        self._database = database
        self._setup = setup
        self._delivery = delivery
        self._due = Due(database, setup, delivery)
        self._tries = Tries()
        self._rhythm = Rhythm(self.tick, TICKS)
        self.start = self._rhythm.start
        self.at_once = self._rhythm.at_once
        self.stop = self._rhythm.stop

    async def tick(self, name: str) -> None:
        """One look. What fails is logged and tried again next time."""
        try:
            if name in DUE:
                await self._due.look(name)
            elif name in LOOKS:
                await self._look_apart(name)
            elif name in BESIDE:
                await self._due.beside(name)
            elif name == "daily":
                await night(self._database, self._setup.zone, self._tries)
            elif name == "release":
                await self._release()
            else:
                await each(self._database, SWEEPS, self._sweep, self._not_swept)
        except Exception as error:
            log.error("tick.failed", tick=name, **told(error))

    async def _look_apart(self, name: str) -> None:
        """All of a look in one Unit; once more without each item that breaks it."""
        while True:
            try:
                return await self._due.in_a_unit(
                    lambda unit: LOOKS[name](
                        Scene(unit, self._setup),
                        lambda key: not self._tries.may((name, key)),
                    )
                )
            except AtFault as fault:
                error = fault.error
                if await storage_is_down(self._database, error):
                    raise error from None
                self._failed(name, fault.key, error)

    def _failed(self, name: str, key: Hashable, error: Exception) -> None:
        tries = self._tries.failed((name, key))
        log.error("look.failed", tick=name, subject=key, tries=tries, **told(error))

    async def _release(self) -> None:
        """Letters whose time has come, not more than delivery can soon send."""
        room = max(RELEASED_AT_ONCE - self._delivery.in_hand, 0)
        async with self._database.unit() as unit:
            letters = await unit.outbox.release(room) if room else []
        self._delivery.offer(letters)

    async def _sweep(self, sweeps: list[Sweep]) -> None:
        for sweep in sweeps:
            async with self._database.unit() as unit:
                await sweep(unit)

    async def _not_swept(self, _: Sweep, error: Exception) -> None:
        log.error("tick.failed", tick="sweep", **told(error))


SWEEPS: tuple[Sweep, ...] = (
    lambda unit: unit.arrivals.forget_old(),
    lambda unit: unit.outbox.prune(unit.now - KEEP_SENT),
    lambda unit: unit.duty.prune(unit.now - KEEP_SHIFTS),
    lambda unit: unit.offers.prune(),
    lambda unit: unit.quotas.prune(),
    lambda unit: unit.logins.prune(),
)
