"""TICKS: what APScheduler runs and how often. A tick only looks for due rows; the rows are in the database."""

from __future__ import annotations

from datetime import timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.delivery import Delivery
from handlers.clock import RULES
from handlers.setup import Setup
from storage.database import Database

log = structlog.get_logger()
KEEP_SENT = timedelta(days=30)
RELEASED_AT_ONCE = 200

TICKS: dict[str, float] = {
    "release": 0.5,
    "finishes": 0.5,
    "cases": 5,
    "drafts": 5,
    "held": 10,
    "digests": 20,
    "sweep": 3600,
}
"""Seconds between two looks."""


class Ticks:
    def __init__(self, database: Database, setup: Setup, delivery: Delivery) -> None:
        self._database = database
        self._setup = setup
        self._delivery = delivery
        self._scheduler = AsyncIOScheduler(timezone="UTC")

    def start(self) -> None:
        for name, seconds in TICKS.items():
            self._scheduler.add_job(
                self.tick, "interval", args=[name], seconds=seconds, coalesce=True, max_instances=1, misfire_grace_time=None
            )
        self._scheduler.start()

    def stop(self) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def tick(self, name: str) -> None:
        """Runs one tick until nothing more is due; what fails is logged and tried again next time."""
        try:
            while await self._once(name):
                pass
        except Exception as error:
            log.exception("tick.failed", tick=name, error=type(error).__name__)

    async def _once(self, name: str) -> bool:
        async with self._database.unit() as unit:
            if name == "release":
                room = max(RELEASED_AT_ONCE - self._delivery.in_hand, 0)
                letters = await unit.outbox.release(room) if room else []
                more = len(letters) == room and room > 0 and len(letters) == RELEASED_AT_ONCE
            elif name == "sweep":
                await unit.arrivals.forget_old()
                await unit.outbox.prune(unit.now - KEEP_SENT)
                letters, more = [], False
            else:
                letters, more = [], await RULES[name](unit, self._setup) > 0
        self._delivery.offer([*letters, *unit.outbox.handover])
        return more
