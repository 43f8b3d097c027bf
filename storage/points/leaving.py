"""Somebody leaves, or two doors become one person: their points go where they belong."""

from __future__ import annotations

from sqlalchemy import update

from domain.points.ledger import (
    OPEN_BANK,
    Transfer,
    Why,
    accounts_of,
    debt,
    honour,
    lapsed,
    moved,
    rider,
)
from storage.points.points import Points
from storage.session import Session
from storage.tables.points import point_transfers


class Leaving:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._points = Points(session)

    async def close(self, person_id: int) -> None:
        """What they have lapses; what was written for them goes. The entries stay, under a number
        with nobody behind it.
        """
        year = self._session.now.year
        for account in (rider(person_id), honour(person_id)):
            left = await self._points.balance(account)
            if left:
                entries = moved(account, lapsed(year), left)
                key = f"closed:{account}"
                await self._points.book(Transfer(key, Why.CLOSED, entries))
        owed = await self._points.owed(person_id)
        if owed:
            entries = moved(OPEN_BANK, debt(person_id), owed)
            key = f"closed:{debt(person_id)}"
            await self._points.book(Transfer(key, Why.CLOSED, entries))
        theirs = point_transfers.c.person_id == person_id
        nothing = update(point_transfers).where(theirs).values(words="")
        await self._session.query(nothing)

    async def join(self, goes: int, stays: int) -> None:
        """What one has the other has from now on; the tier counts it too, and what was spent."""
        spent = await self._spent(goes)
        if spent:
            key = f"joined:spent:{goes}:{stays}"
            entries = moved(OPEN_BANK, honour(goes), spent)  # which goes over with them
            await self._points.book(Transfer(key, Why.JOINED, entries))
        owed = await self._points.owed(goes)
        if owed:  # before their points come, which repay it
            key = f"joined:{debt(goes)}:{stays}"
            entries = moved(debt(stays), debt(goes), owed)
            await self._points.book(Transfer(key, Why.JOINED, entries, stays))
        for old, new in ((rider(goes), rider(stays)), (honour(goes), honour(stays))):
            left = await self._points.balance(old)
            if left:
                key = f"joined:{old}:{stays}"
                entries = moved(old, new, left)
                joined = Transfer(key, Why.JOINED, entries, stays)
                await self._points.book(joined)

    async def _spent(self, person_id: int) -> int:
        """What they earned and do not have any more."""
        left = await self._points.earned(person_id)
        for account in accounts_of(person_id):
            left -= await self._points.balance(account)
        return max(left, 0)
