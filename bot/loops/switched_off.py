"""The loop that settles what is addressed to channels which the configuration has no more."""

from __future__ import annotations

import asyncio

import structlog

from bot.loops.delivery import Delivery
from bot.loops.watching import Watching
from handlers.admin import switched_off
from handlers.dialog.setup import Setup
from storage.database import Database

log = structlog.get_logger()
LOOKED_EVERY = 600.0  # seconds


class SwitchedOff:
    """What it finds is shown by `watching`."""

    def __init__(
        self, database: Database, setup: Setup, delivery: Delivery, watching: Watching
    ) -> None:
        self._database = database
        self._setup = setup
        self._delivery = delivery
        self._watching = watching

    async def run(self) -> None:
        while True:
            await self.look()
            await asyncio.sleep(LOOKED_EVERY)

    async def look(self) -> None:
        async with self._database.unit() as unit:
            found, given_up = await switched_off.look(unit, self._setup)
        self._delivery.offer(unit.outbox.handover)
        for channel in found - self._watching.off:
            log.warning("channel.off", channel=channel)
        self._watching.off = found
        if given_up:
            log.warning("delivery.gave_up", letters=given_up, why="channel off")
