"""What the ledger says of a rider, of a case, and of a year's budget."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import func, select

from domain.points.ledger import SPENDING, Transfer, Why, accounts_of, debt, repaying
from storage.points.of_cases import TRANSFERS, PointCases
from storage.points.rows import ALL, Booked, with_entries
from storage.tables.points import (
    point_accounts,
    point_entries,
    point_transfers,
)

ENTRIES = point_entries.c
BOTH = point_entries.join(point_transfers, TRANSFERS.id == ENTRIES.transfer_id)
SPENT = [why.value for why in SPENDING]
ASIDE = (Why.CONFIRMED.value, Why.HONOUR.value, Why.REPAID.value)


class Points(PointCases):
    """`book` writes; all else only reads."""

    async def balances(self) -> dict[str, int]:
        rows = select(point_accounts).order_by(point_accounts.c.account)
        found = await self._session.query(rows)
        return {row.account: row.balance for row in found}

    async def filled(self, account: str, keys: Collection[str]) -> tuple[int, int]:
        """How many of these transfers were booked, and what they brought to an account."""
        row = (
            select(func.count(), func.sum(ENTRIES.amount))
            .select_from(BOTH)
            .where(TRANSFERS.key.in_(keys), ENTRIES.account == account)
        )
        times, filled = (await self._session.query(row)).one()
        return times, int(filled or 0)

    async def earned(self, person_id: int) -> int:
        """All that they ever earned, of both kinds, less what was taken back or is owed. What they
        spend, and what lapses without a person on it, takes nothing away.
        """
        total = (
            select(func.sum(ENTRIES.amount))
            .select_from(BOTH)
            .where(ENTRIES.account.in_(accounts_of(person_id)))
            .where(TRANSFERS.person_id.is_not(None), TRANSFERS.why.not_in(SPENT))
        )
        return int((await self._session.query(total)).scalar() or 0)

    async def owed(self, person_id: int) -> int:
        """What went back of points that they had spent, and is not repaid yet."""
        return -await self.balance(debt(person_id))

    async def repaid(self, after: Transfer) -> int:
        """How much of a transfer repaid what its person owed."""
        rows = (
            select(ENTRIES.amount)
            .select_from(BOTH)
            .where(TRANSFERS.key == repaying(after), ENTRIES.amount > 0)
        )
        return (await self._session.query(rows)).scalar() or 0

    async def lines(self, person_id: int, most: int) -> list[Booked]:
        """The newest on somebody's card, the newest first. How the waiting for points by hand
        ended stands with these, and what is owed stands by itself.
        """
        rows = (
            select(point_transfers)
            .where(TRANSFERS.person_id == person_id, TRANSFERS.why.not_in(ASIDE))
            .order_by(TRANSFERS.id.desc())
            .limit(most)
        )
        return await with_entries(self._session, await self._session.query(rows))

    async def of_case(self, case_id: int) -> list[Booked]:
        """All that was ever booked, refused or taken back for a case, the oldest first."""
        rows = ALL.where(TRANSFERS.case_id == case_id)
        return await with_entries(self._session, await self._session.query(rows))

    async def numbered(self, number: int) -> Booked | None:
        rows = ALL.where(TRANSFERS.id == number)
        found = await self._session.query(rows)
        booked = await with_entries(self._session, found)
        return booked[0] if booked else None

    async def told(self, key: str) -> bool:
        """Whether a transfer with this key stands in the ledger, paid or refused."""
        row = select(TRANSFERS.id).where(TRANSFERS.key == key)
        return (await self._session.query(row)).first() is not None

    async def everything(self) -> list[Booked]:
        """The whole ledger, the oldest first."""
        return await with_entries(self._session, await self._session.query(ALL))
