"""Booking a transfer: the key first, then each balance by one guarded statement, then entries.

Nothing is read before it is written; what cannot be booked leaves no row.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, delete, or_, select, update

from domain.points.ledger import (
    Outcome,
    Transfer,
    Why,
    debt,
    may_be_negative,
    moved,
    never_positive,
    owing,
    owner,
    repaying,
    rider,
)
from storage.points.rows import row_of
from storage.session import Session
from storage.statements import same
from storage.tables.points import (
    point_accounts,
    point_entries,
    point_transfers,
)

BALANCE = select(point_accounts.c.balance).where(same(point_accounts.c.account))
TRIES = 3
"""So often it is looked at what may be repaid while others change it."""


class Ledger:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def balance(self, account: str) -> int:
        found = await self._session.query(BALANCE, {"account": account})
        return found.scalar() or 0

    async def book(self, transfer: Transfer) -> Outcome:
        """Books it once. DRY leaves all as it was. What somebody owes is repaid from what comes to
        them.
        """
        done = await self._book(transfer)
        if done is Outcome.BOOKED:
            for account, amount in transfer.entries.items():
                person_id = owner(account)
                if amount > 0 and person_id is not None:
                    await self._repay(person_id, transfer)
        return done

    async def take_back(self, made: Transfer) -> Outcome:
        """Books a counter-transfer. What its person has spent already they owe."""
        done = await self.book(made)
        owed = owing(made)
        if done is not Outcome.DRY or owed is None or made.person_id is None:
            return done
        done = await self.book(owed)
        if done is Outcome.BOOKED:
            await self._repay(made.person_id, owed)
        return done

    async def _repay(
        self,
        person_id: int,
        after: Transfer,
    ) -> None:
        """From what they may spend to what they owe, as much as there is of both."""
        for _ in range(TRIES):
            owed = -await self.balance(debt(person_id))
            if owed <= 0:
                return
            amount = min(owed, await self.balance(rider(person_id)))
            if amount <= 0:
                return
            made = Transfer(
                repaying(after),
                Why.REPAID,
                moved(rider(person_id), debt(person_id), amount),
                person_id,
                after.case_id,
            )
            if await self._book(made) is not Outcome.DRY:
                return

    async def _book(self, transfer: Transfer) -> Outcome:
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
        enough: ColumnElement[bool] = or_(c.may_be_negative, c.balance + amount >= 0)
        if never_positive(account):
            enough = c.balance + amount <= 0
        moved = update(point_accounts).where(c.account == account, enough)
        moved = moved.values(balance=c.balance + amount)
        return (await self._session.query(moved)).rowcount == 1

    async def _undo(self, number: int, done: dict[str, int]) -> None:
        """Of what nobody has seen: the same transaction began it."""
        for account, amount in done.items():
            await self._add(account, -amount)
        this = point_transfers.c.id == number
        await self._session.query(delete(point_transfers).where(this))

    def _write(self, number: int, entries: dict[str, int]) -> None:
        rows = [
            {"transfer_id": number, "account": account, "amount": amount}
            for account, amount in entries.items()
        ]
        self._session.write(self._session.insert(point_entries), rows)
