"""Claims of wishes: one open claim a wish, and so many a person. Two unique keys hold that, not a
look before the write.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update

from domain.wishes.wish import Claim
from storage.session import Session
from storage.statements import same
from storage.tables.wishes import wish_claims

OPEN = wish_claims.c.ended_at.is_(None)
CURRENT = select(wish_claims).where(same(wish_claims.c.case_id), OPEN)


class Claims:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def claim(
        self, case_id: int, claimer_id: int, office: str, until: datetime, most: int
    ) -> bool:
        """Whether the claim is theirs now. It is not where somebody else has one on this wish, or
        where they have as many as a person may.
        """
        for _ in range(most):
            slot = await self._free_slot(claimer_id)
            if slot > most:
                return False
            if await self._made(case_id, claimer_id, slot, office, until):
                return True
            if await self.current(case_id) is not None:
                return False
        return False

    async def _made(
        self,
        case_id: int,
        claimer_id: int,
        slot: int,
        office: str,
        until: datetime,
    ) -> bool:
        """Whether neither of the two keys was taken already."""
        row = {
            "case_id": case_id,
            "number": await self._last(case_id) + 1,
            "claimer_id": claimer_id,
            "slot": slot,
            "office": office,
            "at": self._session.now,
            "until": until,
            "ended_at": None,
        }
        made = self._session.insert_or_ignore(wish_claims)
        done = await self._session.query(made, row)
        return done.rowcount == 1

    async def _free_slot(self, claimer_id: int) -> int:
        """The lowest number that none of their claims has, from 1."""
        rows = select(wish_claims.c.slot).where(
            wish_claims.c.claimer_id == claimer_id, OPEN
        )
        taken = set((await self._session.query(rows)).scalars())
        return next(one for one in range(1, len(taken) + 2) if one not in taken)

    async def _last(self, case_id: int) -> int:
        rows = select(func.max(wish_claims.c.number))
        rows = rows.where(wish_claims.c.case_id == case_id)
        return (await self._session.query(rows)).scalar() or 0

    async def current(self, case_id: int) -> Claim | None:
        """The one that has not ended."""
        found = (await self._session.query(CURRENT, {"case_id": case_id})).first()
        return claim_of(found) if found is not None else None

    async def last(self, case_id: int) -> Claim | None:
        """The newest, ended or not."""
        row = select(wish_claims).where(wish_claims.c.case_id == case_id)
        newest = row.order_by(wish_claims.c.number.desc()).limit(1)
        found = (await self._session.query(newest)).first()
        return claim_of(found) if found is not None else None

    async def count(self, claimer_id: int) -> int:
        """How many of theirs have not ended."""
        rows = select(func.count()).select_from(wish_claims)
        rows = rows.where(wish_claims.c.claimer_id == claimer_id, OPEN)
        return (await self._session.query(rows)).scalar() or 0

    async def end(self, case_id: int) -> None:
        row = update(wish_claims).where(wish_claims.c.case_id == case_id, OPEN)
        await self._session.query(row.values(ended_at=self._session.now))

    async def until(self, case_id: int, until: datetime) -> None:
        """The open claim lasts until then."""
        row = update(wish_claims).where(wish_claims.c.case_id == case_id, OPEN)
        await self._session.query(row.values(until=until))

    # --- whose they are ---

    async def of(self, claimer_id: int) -> list[int]:
        """The cases of their claims that have not ended."""
        rows = select(wish_claims.c.case_id).where(
            wish_claims.c.claimer_id == claimer_id, OPEN
        )
        return list((await self._session.query(rows)).scalars())

    async def hand_over(self, person_id: int, to: int) -> None:
        """What one has claimed the other has, even beyond what one person may."""
        theirs = wish_claims.c.claimer_id == person_id
        for case_id in await self.of(person_id):
            slot = await self._free_slot(to)
            this = update(wish_claims).where(wish_claims.c.case_id == case_id, OPEN)
            await self._session.query(this.values(claimer_id=to, slot=slot))
        ended = update(wish_claims).where(theirs).values(claimer_id=to)
        await self._session.query(ended)

    async def forget(self, person_id: int) -> None:
        """Nobody knows any more whose these were. Open ones have to be ended first."""
        theirs = update(wish_claims).where(wish_claims.c.claimer_id == person_id)
        await self._session.query(theirs.values(claimer_id=None))


def claim_of(row: Any) -> Claim:
    return Claim(
        row.case_id,
        row.claimer_id,
        row.office,
        row.at,
        row.until,
        row.ended_at,
    )
