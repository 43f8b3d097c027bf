"""Sees that a channel is late: nothing comes by it, letters wait for it, or it hangs. That is
logged, told to the admins once, and shown in /health until it is over. So is what a channel itself
found that the other side refuses.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping
from datetime import timedelta

import structlog

from bot.channels.channel import Channel
from bot.logs import told
from bot.loops.delivery import Delivery
from handlers.admin import troubles
from handlers.dialog.setup import Setup
from storage.database import Database
from storage.outbox.letters import ANNOUNCEMENT

log = structlog.get_logger()
LOOKED_EVERY = 5.0  # seconds
LATE = timedelta(seconds=60)  # that a letter waits
MANY = 5  # late letters, though others arrive
SILENT = 90.0  # seconds without an answer to a poll, which takes 25

HANGS, SENDS, POLLS, REFUSED = "hangs", "sends", "polls", "refused"
OFF = "off"


class Watching:
    """What it sees stands in the setup's `troubles`."""

    def __init__(
        self,
        database: Database,
        setup: Setup,
        delivery: Delivery,
        channels: Mapping[str, Channel],
    ) -> None:
        self._database = database
        self._setup = setup
        self._delivery = delivery
        self._channels = channels
        self._found = setup.troubles
        self.refused: set[str] = set()
        """Channels that turned us away: that cannot be mended while we run."""
        self.off: set[str] = set()
        """Channels that are not configured, and that somebody depends on: told elsewhere, once and
        not at each start.
        """
        self._untold: set[str] = set()
        """Channels whose news could not be written: told at the next look."""

    async def run(self) -> None:
        while True:
            await asyncio.sleep(LOOKED_EVERY)
            if not self._database.lease.over:
                await self.look()

    async def look(self) -> None:
        now = self._now()
        for channel in {*now, *self._found, *self._untold}:
            before, after = self._found.get(channel), now.get(channel)
            if after is not None:
                self._found[channel] = after
            else:
                self._found.pop(channel, None)
            told = OFF not in (before, after) and (before is None) != (after is None)
            refused = before != after and after in self._setup.refusals.values()
            if told or refused or channel in self._untold:
                await self._tell(channel, after)

    def _now(self) -> dict[str, str]:
        polls = {
            name: POLLS
            for name, channel in self._channels.items()
            if channel.silent_for() > SILENT
        }
        # what the channel itself found says more
        shut = dict.fromkeys(self.refused - self._setup.refusals.keys(), REFUSED)
        away = dict.fromkeys(self.off, OFF)
        return polls | self._sends() | self._setup.refusals | shut | away

    def _sends(self) -> dict[str, str]:
        late, found = self._late(), {}
        now = asyncio.get_running_loop().time()
        for channel, line in self._delivery.queues.lines().items():
            nothing = now - line.slots.well_at > LATE.total_seconds()
            goes_on = self._found.get(channel) in (SENDS, HANGS)
            if line.slots.hangs(now):
                found[channel] = HANGS
            elif late[channel] and (nothing or goes_on or late[channel] >= MANY):
                found[channel] = SENDS
        return found

    def _late(self) -> Counter[str]:
        """How many letters should have gone a minute ago, by channel."""
        before = self._database.clock() - LATE
        return Counter(
            letter.to.channel
            for letter in self._delivery.queues.letters()
            if letter.lane != ANNOUNCEMENT and letter.due_at < before
        )

    async def _tell(self, channel: str, trouble: str | None) -> None:
        if trouble is None:
            log.info("channel.well", channel=channel)
        else:
            log.warning("channel.late", channel=channel, trouble=trouble)
        try:
            async with self._database.unit() as unit:
                await troubles.of_channel(unit, self._setup, channel, trouble)
        except Exception as error:
            self._untold.add(channel)
            log.error("channel.not_told", **told(error))
        else:
            self._untold.discard(channel)
            self._delivery.offer(unit.outbox.handover)
