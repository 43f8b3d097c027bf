"""Whose id came with what was done: the same member whom the app of WeCom knows."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import structlog

from bot.channels.aibot.receive import CHANNEL
from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from bot.channels.wecom.api import Api
from bot.channels.wecom.receive import CHANNEL as APP
from bot.channels.wecom.who import Names
from domain.messages import Address, Event
from storage.database import Database
from storage.memory.recent import Recent

log = structlog.get_logger()
PATIENCE = 2.0
"""Seconds of the five within which a press has to be answered."""
KEPT = 10_000  # members


class Who:
    """Without an `api`, that of the app, ids are taken as they come."""

    def __init__(self, database: Database, api: Api | None) -> None:
        self._database = database
        self._api = api
        self._names = Names(database, api) if api else None
        self._userids: Recent[str, str] = Recent(KEPT)
        """Without those that are written down."""
        self._joined: Recent[str, bool] = Recent(KEPT)

    async def userid(self, came: str) -> str:
        """Written low. What comes may be an open_userid, which another bot has otherwise
        (document/path/101521); who is staff by the id that came is not asked for.
        """
        low = came.lower()
        if self._api is None or self._staff(Address(APP, low)):
            return low
        known = self._userids.get(came) or await self._kept(came)
        return known or await self._asked(self._api, came)

    async def _kept(self, came: str) -> str | None:
        async with self._database.reader() as reader:
            return await reader.open_ids.userid(came)

    async def _asked(self, api: Api, came: str) -> str:
        try:
            async with asyncio.timeout(PATIENCE):
                found = (await api.userids_of([came]))[came]
        except (Refused, Uncertain, Unreached, TimeoutError, KeyError) as error:
            log.warning("aibot.unknown_id", why=str(error) or type(error).__name__)
            return came.lower()
        if not await self._keeps(came, found):
            self._userids.keep(came, found)
        return found

    async def _keeps(self, came: str, userid: str) -> bool:
        """Whether it is written down: of somebody who is known here, so that it goes with them. An
        id that is its own may be somebody's whom the app does not see yet.
        """
        if userid == came.lower():
            return False
        async with self._database.unit() as unit:
            doors = (Address(APP, userid), Address(CHANNEL, userid))
            if not await unit.people.at_many(doors):
                return False
            await unit.open_ids.keep(came, userid)
        return True

    async def sender(self, userid: str) -> Address:
        """Where this member is known: by the app, or by the robot alone."""
        app, here = Address(APP, userid), Address(CHANNEL, userid)
        if self._api is None:
            return here
        for address in (app, here):
            if self._staff(address):
                return address
        async with self._database.unit() as unit:
            known = await unit.people.at_many((app, here))
        return here if here in known and app not in known else app

    async def joins(self, userid: str) -> None:
        """Whoever the app knows is the same person in their chat with the robot."""
        app, here = Address(APP, userid), Address(CHANNEL, userid)
        if self._api is None or self._joined.get(userid) or self._staff(here):
            return
        async with self._database.unit() as unit:
            known = await unit.people.at_many((app, here))
            if app in known and here not in known:
                unit.people.add_address(known[app], here)
        self._joined.keep(userid, True)

    async def named(self, event: Event) -> Event:
        """With the name of who did it; of staff it is known, without the app it is their id."""
        if self._names is None:
            return replace(event, name=event.sender.chat)
        return await self._names.named(event)

    async def name_of(self, event: Event) -> str:
        """For a word that is said to them where others read it."""
        person = self._staff(event.sender)
        if person:
            return self._database.directory.staff[person].name
        return (await self.named(event)).name or event.sender.chat

    def _staff(self, address: Address) -> int:
        """The id of whom of the staff it is, 0 for nobody."""
        addresses = self._database.directory.addresses
        return next((one for one, has in addresses.items() if address in has), 0)

    async def close(self) -> None:
        if self._api is not None:
            await self._api.close()
