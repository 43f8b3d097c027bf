"""The loop that tries the bound groups once a day: one that is gone is found before a case is.

Nothing is said in a group for this. When it is next due is a row, as all that the clock does.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import timedelta

import structlog

from bot.channels.channel import Channel, SendError
from bot.loops.delivery import Delivery
from domain.messages import Address
from domain.quiet import next_local
from handlers.dialog.setup import Setup
from handlers.people import membership
from storage.database import Database

log = structlog.get_logger()
TIMER = "groups"
AT = 10 * 60  # minutes after local midnight: when an admin can do something about it
LATEST = timedelta(hours=25)  # from one day's hour to the next one's
SOONER = timedelta(hours=1)  # where some could not be tried
PAUSE = 60.0  # seconds between two looks whether it is time


class Trying:
    def __init__(
        self,
        database: Database,
        setup: Setup,
        channels: Mapping[str, Channel],
        delivery: Delivery,
    ) -> None:
        self._database = database
        self._setup = setup
        self._channels = channels
        self._delivery = delivery

    async def run(self) -> None:
        while True:
            await self.look()
            await asyncio.sleep(PAUSE)

    async def look(self) -> None:
        """Tries every group if that is due."""
        if not await self._due():
            return
        bound = await self._bound()
        sure = [await self._try(chat, lost) for chat, lost in bound.items()]
        async with self._database.unit() as unit:
            tomorrow = next_local(unit.now, AT, self._setup.zone)
            again = tomorrow if all(sure) else min(tomorrow, unit.now + SOONER)
            unit.timers.set(TIMER, 0, again)

    async def _due(self) -> bool:
        async with self._database.unit() as unit:
            if await unit.timers.due(TIMER, 1):
                return True
            if not await unit.timers.subjects(TIMER, LATEST):
                first = next_local(unit.now, AT, self._setup.zone)
                unit.timers.set(TIMER, 0, first)
        return False

    async def _bound(self) -> dict[Address, bool]:
        """Whether it counts as lost, by group: each once, however many of its topics are bound."""
        async with self._database.unit() as unit:
            bound = await unit.groups.all()
        return {
            chat.whole: lost
            for chat, lost in bound.items()
            if chat.channel in self._channels
        }

    async def _try(self, chat: Address, lost: bool) -> bool:
        """Whether it could be told how the group is."""
        try:
            there = await self._channels[chat.channel].listens(chat.chat)
        except SendError as error:
            log.info("groups.not_tried", why=error.log)
            return False
        if there == lost:
            async with self._database.unit() as unit:
                await membership.tried(
                    chat,
                    there,
                    unit,
                    self._setup,
                )
            self._delivery.offer(unit.outbox.handover)
        return True
