"""What the ledger says of a rider, of a case, and of a year's budget."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, select

from domain.acts import Act
from domain.case import Case
from domain.messages import MediaKind
from domain.points.ledger import SPENDING, Transfer, Why, accounts_of, debt, repaying
from storage.cases.rows import case_of
from storage.points.ledger import Ledger
from storage.points.rows import ALL, Booked, with_entries
from storage.tables.cases import cases
from storage.tables.casework import history
from storage.tables.house import timers
from storage.tables.media import media
from storage.tables.points import (
    point_accounts,
    point_entries,
    point_transfers,
)

TRANSFERS = point_transfers.c
SPENT = [why.value for why in SPENDING]
TIMER = "points"
"""The kind of timer that a case has while its points wait."""
ASIDE = (Why.CONFIRMED.value, Why.HONOUR.value, Why.REPAID.value)
JOINED = (history.c.act == Act.JOIN.value) & (media.c.kind == MediaKind.PHOTO.value)


class Points(Ledger):
    """`book` writes; all else only reads."""

    async def balances(self) -> dict[str, int]:
        rows = select(point_accounts).order_by(point_accounts.c.account)
        found = await self._session.query(rows)
        return {row.account: row.balance for row in found}

    async def filled(self, account: str, keys: Collection[str]) -> tuple[int, int]:
        """How many of these transfers were booked, and what they brought to an account."""
        c = point_entries.c
        both = point_entries.join(point_transfers, TRANSFERS.id == c.transfer_id)
        row = select(func.count(), func.sum(c.amount)).select_from(both)
        row = row.where(TRANSFERS.key.in_(keys), c.account == account)
        times, filled = (await self._session.query(row)).one()
        return times, int(filled or 0)

    async def earned(self, person_id: int) -> int:
        """All that they ever earned, of both kinds, less what was taken back or is owed. What they
        spend, and what lapses without a person on it, takes nothing away.
        """
        theirs = accounts_of(person_id)
        c = point_entries.c
        both = point_entries.join(point_transfers, TRANSFERS.id == c.transfer_id)
        total = select(func.sum(c.amount)).select_from(both)
        total = total.where(c.account.in_(theirs), TRANSFERS.person_id.is_not(None))
        total = total.where(TRANSFERS.why.not_in(SPENT))
        return int((await self._session.query(total)).scalar() or 0)

    async def owed(self, person_id: int) -> int:
        """What went back of points that they had spent, and is not repaid yet."""
        return -await self.balance(debt(person_id))

    async def repaid(self, after: Transfer) -> int:
        """How much of a transfer repaid what its person owed."""
        c = point_entries.c
        rows = select(c.amount).join(point_transfers, TRANSFERS.id == c.transfer_id)
        rows = rows.where(TRANSFERS.key == repaying(after), c.amount > 0)
        return (await self._session.query(rows)).scalar() or 0

    async def lines(self, person_id: int, most: int) -> list[Booked]:
        """The newest on somebody's card, the newest first. How the waiting for points by hand
        ended stands with these, and what is owed stands by itself.
        """
        theirs = TRANSFERS.person_id == person_id
        rows = select(point_transfers).where(theirs, TRANSFERS.why.not_in(ASIDE))
        rows = rows.order_by(TRANSFERS.id.desc()).limit(most)
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

    async def paid_cases(self, person_id: int) -> list[Case]:
        """The cases that paid this person as whoever filed them, here or at a door that they joined
        to this one, and were not taken back."""
        again = point_transfers.alias()
        undone = select(again.c.id).where(again.c.reverses == TRANSFERS.key)
        paid = (TRANSFERS.why == Why.SOLVED.value) & (TRANSFERS.refused == "")
        rows = select(cases).join(point_transfers, TRANSFERS.case_id == cases.c.id)
        theirs = (cases.c.filer_id == person_id) | (TRANSFERS.person_id == person_id)
        rows = rows.where(theirs, paid, ~undone.exists())
        return [case_of(row) for row in await self._session.query(rows)]

    async def filers(self, case_id: int) -> list[int]:
        """Who filed a case and those that were merged into it, the first first."""
        own = select(cases.c.id, cases.c.filer_id, cases.c.filed_at)
        all_ = own.where(cases.c.id == case_id).cte("merged", recursive=True)
        all_ = all_.union(own.where(cases.c.merged_into == all_.c.id))
        rows = select(all_.c.filer_id).where(all_.c.filer_id.is_not(None))
        rows = rows.order_by(all_.c.filed_at, all_.c.id)
        found = (await self._session.query(rows)).scalars()
        return list(dict.fromkeys(found))

    async def joined_with_photo(self, case_id: int) -> list[int]:
        """Who said "me too" and sent a picture with it, the first first."""
        rows = select(history.c.actor_id, history.c.id)
        rows = rows.join(media, media.c.history_id == history.c.id)
        rows = rows.where(history.c.case_id == case_id, JOINED)
        found = await self._session.query(rows.order_by(history.c.id))
        return list(dict.fromkeys(row.actor_id for row in found))

    async def waiting(self, person_id: int) -> list[tuple[Case, datetime]]:
        """Their solved cases that wait to be booked, and until when at the latest."""
        rows = select(cases, timers.c.due_at.label("booked_at"))
        rows = rows.join(timers, timers.c.subject == cases.c.id)
        rows = rows.where(timers.c.kind == TIMER, cases.c.filer_id == person_id)
        found = await self._session.query(rows.order_by(cases.c.id))
        return [(case_of(row), row.booked_at) for row in found]

    async def told(self, key: str) -> bool:
        """Whether a transfer with this key stands in the ledger, paid or refused."""
        row = select(TRANSFERS.id).where(TRANSFERS.key == key)
        return (await self._session.query(row)).first() is not None

    async def everything(self) -> list[Booked]:
        """The whole ledger, the oldest first."""
        return await with_entries(self._session, await self._session.query(ALL))
