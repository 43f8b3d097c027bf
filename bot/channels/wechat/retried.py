"""A further try of a callback whose first came to the house that was here before. WeChat had no
answer, else it would not try again: what that house was saying has not arrived.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from datetime import timedelta

import structlog

from bot.channels.wechat.receive import CHANNEL
from bot.logs import told
from domain.messages import Event
from storage.database import Database
from storage.outbox.letters import Letter

log = structlog.get_logger()
TRIES_LAST = timedelta(seconds=30)
"""Three tries of five seconds, and the time of a start (ours)."""


class Retried:
    """To be asked before an event is stored, and told after it."""

    def __init__(
        self,
        database: Database,
        hand_over: Callable[[Iterable[Letter]], None],
    ) -> None:
        self._database = database
        self._hand_over = hand_over
        self._before: frozenset[str] | None = None
        self._asking = asyncio.Lock()

    async def known(self, event: Event) -> bool:
        """Whether the house before has stored it, not long ago. Raises the database's error."""
        async with self._asking:
            if self._before is None:
                self._before = await self._lately()
        return event.external_id in self._before

    async def _lately(self) -> frozenset[str]:
        """Asked with the first callback, which may be long after a stand-by has begun to wait;
        what comes after it this house stores itself.
        """
        async with self._database.unit() as unit:
            since = unit.now - TRIES_LAST
            return await unit.arrivals.since(CHANNEL, since)

    async def says_again(self, event: Event) -> None:
        """What was being said to them waits again, and goes with the answer to this try."""
        try:
            async with self._database.unit() as unit:
                since = unit.now - TRIES_LAST
                letters = await unit.outbox.unsure_again(event.chat, since)
        except Exception as error:
            log.warning("wechat.not_said_again", **told(error))
            return
        self._hand_over(letters)
