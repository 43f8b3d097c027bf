"""What a member is called: WeCom says it of whoever is asked for, once."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import structlog

from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from bot.channels.wecom.api import Api
from domain.messages import Event
from storage.database import Database
from storage.memory.recent import Recent

log = structlog.get_logger()
PATIENCE = 1.5
"""Seconds of the five that a callback has; without a name its userid is one."""
KEPT = 10_000  # members


class Names:
    def __init__(self, database: Database, api: Api) -> None:
        self._database = database
        self._api = api
        self._known: Recent[str, str] = Recent(KEPT)

    async def named(self, event: Event) -> Event:
        """With the name of who did it; of staff it is known."""
        userid = event.sender.chat
        if self._is_staff(event):
            return event
        name = self._known.get(userid) or await self._asked(userid)
        return replace(event, name=name or userid)

    def _is_staff(self, event: Event) -> bool:
        addresses = self._database.directory.addresses.values()
        return any(event.sender in theirs for theirs in addresses)

    async def _asked(self, userid: str) -> str:
        try:
            async with asyncio.timeout(PATIENCE):
                name = await self._api.name_of(userid)
        except (Refused, Uncertain, Unreached, TimeoutError) as error:
            log.warning("wecom.no_name", why=str(error) or type(error).__name__)
            return ""
        self._known.keep(userid, name)
        return name
