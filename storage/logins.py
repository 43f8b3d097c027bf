"""Who may open which chat of the web page: the devices that are signed in, and links for one
more.

Secrets are stored as hashes and looked up by them, so the comparison gives nothing away.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, insert, select, update

from domain.messages import Address
from storage.login import Link, Login, login_of
from storage.session import Session
from storage.statements import same
from storage.tables.web import web_links, web_logins
from storage.tokens import token_hash

CHANNEL = "web"
LINK_LASTS = timedelta(minutes=10)
MOST_LISTED = 50  # devices of one chat
ONE = select(web_logins).where(same(web_logins.c.hash))


class Logins:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(
        self, secret: str, chat: str, device: str = "", instead_of: str = ""
    ) -> None:
        """From now on this secret opens the chat."""
        row = {
            "hash": token_hash(secret),
            "chat": chat,
            "made_at": self._session.now,
            "seen_at": self._session.now,
            "device": device,
            "ended_at": None,
            "instead_of": instead_of,
        }
        await self._session.query(self._session.upsert(web_logins), row)

    async def find(self, secret: str) -> Login | None:
        """The login of this secret, ended ones too."""
        row = (await self._session.run(ONE, {"hash": token_hash(secret)})).first()
        return login_of(row) if row else None

    async def of(self, chat: str) -> list[Login]:
        """The devices that are signed in, the newest first."""
        c = web_logins.c
        rows = select(web_logins).where(c.chat == chat, c.ended_at.is_(None))
        newest = rows.order_by(c.made_at.desc(), c.hash).limit(MOST_LISTED)
        return [login_of(row) for row in await self._session.run(newest)]

    async def lives(self, chat: str, lasts: timedelta) -> bool:
        """Whether a device that is signed in was there within so long."""
        since = self._session.now - lasts
        return any((one.seen_at or one.made_at) >= since for one in await self.of(chat))

    async def used(self, login: Login, device: str) -> None:
        """It is there: so what it stands in for is needed no more."""
        this = web_logins.c.hash == login.hash
        values = {"seen_at": self._session.now, "device": device, "instead_of": ""}
        await self._session.query(update(web_logins).where(this).values(values))
        if login.instead_of:
            old = web_logins.c.hash == login.instead_of
            await self._session.query(delete(web_logins).where(old))

    async def end(self, chat: str, name: str) -> bool:
        """Signs one of the chat's devices out. Returns whether it has it."""
        for login in await self.of(chat):
            if login.name == name:
                this = web_logins.c.hash == login.hash
                return await self._ended(this) > 0
        return False

    async def end_all(self, addresses: Iterable[Address]) -> int:
        """Signs all devices of somebody who is reached there out, and takes back their links.
        Returns how many devices there were.
        """
        chats = [one.chat for one in addresses if one.channel == CHANNEL]
        links = delete(web_links).where(web_links.c.chat.in_(chats))
        await self._session.query(links)
        return await self._ended(web_logins.c.chat.in_(chats))

    async def forget(self, addresses: Iterable[Address]) -> None:
        """Of somebody who left: the hashes stay, so that no old secret passes for a new one."""
        chats = [one.chat for one in addresses if one.channel == CHANNEL]
        await self.end_all(addresses)
        whose = update(web_logins).where(web_logins.c.chat.in_(chats))
        await self._session.query(whose.values(chat="", device=""))

    async def prune(self) -> int:
        """Links that open nothing any more."""
        old = web_links.c.expires_at < self._session.now
        return (await self._session.query(delete(web_links).where(old))).rowcount

    async def _ended(self, which: Any) -> int:
        """Rows stay: a secret that was ended must never pass for a new one."""
        still = update(web_logins).where(which, web_logins.c.ended_at.is_(None))
        ended = await self._session.query(still.values(ended_at=self._session.now))
        return ended.rowcount

    # --- a link for one more device ---

    async def link(
        self,
        chat: str,
        lasts: timedelta = LINK_LASTS,
        case_id: int | None = None,
        *,
        alone: bool = True,
    ) -> str:
        """A secret that signs one more device in: once, as long as it `lasts`; it leads to a case
        there. `alone`: the chat has no other one any more.
        """
        secret = secrets.token_urlsafe(24)
        mine, old = web_links.c.chat == chat, web_links.c.expires_at < self._session.now
        gone = mine if alone else mine & old
        await self._session.query(delete(web_links).where(gone))
        row = {
            "hash": token_hash(secret),
            "chat": chat,
            "case_id": case_id,
            "expires_at": self._session.now + lasts,
            "used_at": None,
        }
        await self._session.query(insert(web_links), row)
        return secret

    async def linked(self, secret: str) -> Link | None:
        """Where this link leads, one that opens nothing any more too; None for an unknown one."""
        this = web_links.c.hash == token_hash(secret)
        row = (await self._session.query(select(web_links).where(this))).first()
        if row is None:
            return None
        opens = row.used_at is None and row.expires_at >= self._session.now
        return Link(row.chat, row.case_id, opens)

    async def follow(self, secret: str) -> Link | None:
        """Uses the link up, for one device only; None where it opens nothing (any more)."""
        link = await self.linked(secret)
        if link is None or not link.opens:
            return None
        this = web_links.c.hash == token_hash(secret)
        free = update(web_links).where(this, web_links.c.used_at.is_(None))
        used = await self._session.query(free.values(used_at=self._session.now))
        return link if used.rowcount == 1 else None
