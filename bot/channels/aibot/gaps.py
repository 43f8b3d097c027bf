"""When the robot was not heard: WeCom keeps nothing for who is away, so it has to be seen from when
to when that was.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

import structlog

from bot.channels.aibot.receive import CHANNEL
from bot.logs import told
from domain.unheard import Gap
from handlers.admin import troubles
from handlers.admin.troubles import UNHEARD
from handlers.dialog.setup import Setup
from storage.database import Database
from storage.outbox.letters import Letter

log = structlog.get_logger()
SETTING = "heard:aibot"
"""When it was heard last, for a house that is killed."""
LOOKED_EVERY = 5.0  # seconds
KEPT_EVERY = timedelta(minutes=10)
SHORTEST = timedelta(seconds=1)
LAST_SECONDS = 1.0
"""Nobody waits longer for it at the end of a house."""


class Gaps:
    """What it sees stands in the setup's `unheard`, and in its `refusals` once it is long."""

    def __init__(
        self,
        database: Database,
        setup: Setup,
        hand_over: Callable[[Iterable[Letter]], None],
    ) -> None:
        self._database = database
        self._setup = setup
        self._hand_over = hand_over
        self._kept_at: datetime | None = None

    @property
    def _open(self) -> Gap | None:
        gap = self._setup.unheard.get(CHANNEL)
        return gap if gap is not None and gap.until is None else None

    def begins(self) -> None:
        """A house starts: nobody was heard since one was here before."""
        kept = self._database.directory.settings.get(SETTING)
        now = self._database.clock()
        self.down(datetime.fromisoformat(kept) if kept else now)

    def down(self, since: datetime) -> None:
        """The connection is lost; what goes on is one gap."""
        if self._open is None:
            self._setup.unheard[CHANNEL] = Gap(since)

    async def up(self) -> None:
        """Somebody is heard again."""
        gap, now = self._open, self._database.clock()
        if gap is None:
            return
        ended = Gap(gap.since, now)
        self._setup.unheard[CHANNEL] = ended
        if self._setup.refusals.get(CHANNEL) == UNHEARD:
            del self._setup.refusals[CHANNEL]
        if ended.lasts(now) < SHORTEST:
            del self._setup.unheard[CHANNEL]
        else:
            log.warning(
                "aibot.unheard", since=gap.since.isoformat(), until=now.isoformat()
            )
        await self._write(ended if ended.is_long(now) else None)

    async def run(self) -> None:
        """Sees that a gap is long, and keeps when somebody was heard."""
        while True:
            await asyncio.sleep(LOOKED_EVERY)
            await self.look()

    async def look(self) -> None:
        gap, now = self._open, self._database.clock()
        if gap is not None:
            if gap.is_long(now):
                self._setup.refusals.setdefault(CHANNEL, UNHEARD)
        elif self._kept_at is None or now - self._kept_at >= KEPT_EVERY:
            await self._write()

    async def ends(self) -> None:
        """The house stops: what it heard until now was heard."""
        gap = self._open
        if self._kept_at is None or self._database.lease.over:
            return
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LAST_SECONDS):
                await self._write(heard=gap.since if gap else None)

    async def _write(
        self, ended: Gap | None = None, heard: datetime | None = None
    ) -> None:
        """Keeps when it was heard last; admins hear of a gap."""
        try:
            async with self._database.unit() as unit:
                at = heard or unit.now
                await unit.settings.put(SETTING, at.isoformat(), None)
                if ended is not None:
                    await troubles.unheard(unit, self._setup, CHANNEL, ended)
        except Exception as error:
            log.error("aibot.not_told", **told(error))
            return
        self._kept_at = at
        self._hand_over(unit.outbox.handover)
