"""Booking a transfer: the key first, then each balance by one guarded statement, then entries.

Nothing is read before it is written; what cannot be booked leaves no row.
"""

from __future__ import annotations

from sqlalchemy import delete, or_, update

from domain.points.ledger import Outcome, Transfer, may_be_negative
from storage.points.rows import row_of
from storage.session import Session
from storage.tables.points import (
    point_accounts,
    point_entries,
    point_transfers,
)


class Ledger:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def book(self, transfer: Transfer) -> Outcome:
        """Books it once. DRY leaves all as it was."""
        number = self._session.next_id("point_transfers")
        row = row_of(transfer, number, self._session.now)
        once = self._session.insert_or_ignore(point_transfers)
        if (await self._session.query(once, row)).rowcount != 1:
            return Outcome.AGAIN
        done: dict[str, int] = {}
        # always in one order, so that two at once never wait for each other
        for account, amount in sorted(transfer.entries.items()):
            if not await self._add(account, amount):
                await self._undo(number, done)
                return Outcome.DRY
            done[account] = amount
        self._write(number, transfer.entries)
        return Outcome.BOOKED

    async def _add(self, account: str, amount: int) -> bool:
        """Whether the balance may be so; the database itself compares and adds."""
        c = point_accounts.c
        new = {
            "account": account,
            "balance": 0,
            "may_be_negative": may_be_negative(account),
        }
        there = self._session.insert_or_ignore(point_accounts)
        await self._session.query(there, new)
        enough = or_(c.may_be_negative, c.balance + amount >= 0)
        moved = update(point_accounts).where(c.account == account, enough)
        moved = moved.values(balance=c.balance + amount)
        return (await self._session.query(moved)).rowcount == 1

    async def _undo(self, number: int, done: dict[str, int]) -> None:
        """Of what nobody has seen: the same transaction began it."""
        for account, amount in done.items():
            await self._add(account, -amount)
        same = point_transfers.c.id == number
        await self._session.query(delete(point_transfers).where(same))

    def _write(self, number: int, entries: dict[str, int]) -> None:
        rows = [
            {"transfer_id": number, "account": account, "amount": amount}
            for account, amount in entries.items()
        ]
        self._session.write(self._session.insert(point_entries), rows)
