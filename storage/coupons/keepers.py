"""Whose chats are a merchant's: tied by an invitation that counts once, kept as a hash."""

from __future__ import annotations

import secrets
from datetime import timedelta

from sqlalchemy import delete, insert, select, update

from storage.session import Session
from storage.tables.coupons import merchant_invitations, merchant_keepers
from storage.tokens import token_hash

LASTS = timedelta(days=7)
C = merchant_keepers.c
INVITED = merchant_invitations.c


class MerchantKeepers:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def invite(
        self,
        merchant: str,
        made_by: int,
    ) -> str:
        """A new token, shown once."""
        token = secrets.token_urlsafe(16)
        row = {
            "hash": token_hash(token),
            "merchant": merchant,
            "made_by": made_by,
            "expires_at": self._session.now + LASTS,
            "used_at": None,
        }
        await self._session.query(insert(merchant_invitations), row)
        return token

    async def invitation(self, token: str) -> tuple[str, int] | None:
        """(merchant, who made it); None for one that is unknown, used or too old."""
        good = (INVITED.hash == token_hash(token)) & INVITED.used_at.is_(None)
        good &= INVITED.expires_at >= self._session.now
        rows = select(INVITED.merchant, INVITED.made_by).where(good)
        found = (await self._session.query(rows)).first()
        return (found.merchant, found.made_by) if found is not None else None

    async def redeem(
        self,
        token: str,
        merchant: str,
        person_id: int,
    ) -> bool:
        """Their chats are this merchant's from now on. False where somebody was faster."""
        same = (INVITED.hash == token_hash(token)) & INVITED.used_at.is_(None)
        used = update(merchant_invitations).where(same)
        used = used.values(used_at=self._session.now)
        if (await self._session.query(used)).rowcount != 1:
            return False
        await self.tie(merchant, person_id)
        return True

    async def tie(
        self,
        merchant: str,
        person_id: int,
    ) -> None:
        row = {"merchant": merchant, "person_id": person_id}
        there = self._session.insert_or_ignore(merchant_keepers)
        await self._session.query(there, row)
        self._session.directory_changes()

    async def kept_by(self, person_id: int) -> list[str]:
        """The merchants that are theirs."""
        rows = select(C.merchant).where(C.person_id == person_id)
        found = await self._session.query(rows.order_by(C.merchant))
        return list(found.scalars())

    async def of(self, merchant: str) -> list[int]:
        rows = select(C.person_id).where(C.merchant == merchant)
        found = await self._session.query(rows.order_by(C.person_id))
        return list(found.scalars())

    async def untie(self, merchant: str) -> int:
        """Nobody's chat is this merchant's any more, and no invitation counts. Returns how many
        were.
        """
        gone = delete(merchant_invitations).where(INVITED.merchant == merchant)
        await self._session.query(gone)
        theirs = delete(merchant_keepers).where(C.merchant == merchant)
        self._session.directory_changes()
        return (await self._session.query(theirs)).rowcount

    async def hand_over(
        self,
        person_id: int,
        to: int,
    ) -> None:
        for merchant in await self.kept_by(person_id):
            await self.tie(merchant, to)
        await self.forget(person_id)

    async def forget(self, person_id: int) -> None:
        theirs = delete(merchant_keepers).where(C.person_id == person_id)
        self._session.directory_changes()
        await self._session.query(theirs)
        made = delete(merchant_invitations).where(INVITED.made_by == person_id)
        await self._session.query(made)
