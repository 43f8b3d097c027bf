"""Errands and who comes: a row each under a unique key, and a counter that the database guards.
Nothing is read before it is written.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from domain.errands import Errand, ErrandState, Took
from storage.session import Session
from storage.tables.members import errand_takers, errands

OPEN = errands.c.state == ErrandState.OPEN.value


class Errands:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def make(
        self,
        area: str,
        words: str,
        at: datetime,
        wanted: int,
        by: int,
    ) -> Errand:
        made = self._session.next_id("errands")
        row = {
            "id": made,
            "area": area,
            "words": words,
            "at": at,
            "wanted": wanted,
            "missing": wanted,
            "by": by,
            "made_at": self._session.now,
            "state": ErrandState.OPEN.value,
        }
        await self._session.query(insert(errands), row)
        return Errand(
            made,
            area,
            words,
            at,
            wanted,
            wanted,
            by,
            ErrandState.OPEN,
        )

    # --- the counter ---

    async def take(
        self,
        errand_id: int,
        person_id: int,
    ) -> Took:
        """Their row first, then one less is missing; without room the row goes again."""
        row = {
            "errand_id": errand_id,
            "person_id": person_id,
            "at": self._session.now,
        }
        put = self._session.insert_or_ignore(errand_takers)
        if (await self._session.query(put, row)).rowcount != 1:
            return Took.AGAIN
        if await self._counted(errand_id, -1):
            return Took.TAKEN
        await self._gone(errand_id, person_id)
        return Took.FULL

    async def drop(
        self,
        errand_id: int,
        person_id: int,
    ) -> bool:
        """Whether it was theirs and is somebody else's to take now."""
        if not await self._gone(errand_id, person_id):
            return False
        await self._counted(errand_id, 1)
        return True

    async def _counted(
        self,
        errand_id: int,
        change: int,
    ) -> bool:
        """Whether so many more are missing in one that is open and has room for it."""
        c = errands.c
        same = update(errands).where(c.id == errand_id, OPEN)
        if change < 0:
            same = same.where(c.missing >= -change)
        changed = same.values(missing=c.missing + change)
        return (await self._session.query(changed)).rowcount == 1

    async def _gone(
        self,
        errand_id: int,
        person_id: int,
    ) -> bool:
        c = errand_takers.c
        theirs = (c.errand_id == errand_id) & (c.person_id == person_id)
        gone = await self._session.query(delete(errand_takers).where(theirs))
        return gone.rowcount == 1

    async def end(
        self,
        errand_id: int,
        state: ErrandState,
    ) -> bool:
        """Whether it was open and is none any more."""
        row = update(errands).where(errands.c.id == errand_id, OPEN)
        ended = row.values(state=state.value)
        return (await self._session.query(ended)).rowcount == 1

    # --- what there is ---

    async def get(self, errand_id: int) -> Errand | None:
        row = select(errands).where(errands.c.id == errand_id)
        found = (await self._session.query(row)).first()
        return errand_of(found) if found is not None else None

    async def open_in(
        self,
        areas: Collection[str],
        most: int,
    ) -> list[Errand]:
        """Those that are still to come in these areas, the next first."""
        rows = select(errands).where(
            OPEN,
            errands.c.area.in_(tuple(areas)),
            errands.c.at > self._session.now,
        )
        found = await self._session.query(rows.order_by(errands.c.at).limit(most))
        return [errand_of(row) for row in found]

    async def takers(self, errand_id: int) -> list[int]:
        """Who comes, in the order in which they pressed."""
        c = errand_takers.c
        rows = select(c.person_id).where(c.errand_id == errand_id)
        found = await self._session.query(rows.order_by(c.at, c.person_id))
        return list(found.scalars())

    async def forget_takers(self, errand_id: int) -> None:
        """Nobody knows any more who came."""
        rows = delete(errand_takers).where(errand_takers.c.errand_id == errand_id)
        await self._session.query(rows)

    # --- whose they are ---

    async def taken_by(self, person_id: int) -> list[int]:
        rows = select(errand_takers.c.errand_id).where(
            errand_takers.c.person_id == person_id
        )
        return list((await self._session.query(rows)).scalars())

    async def hand_over(
        self,
        person_id: int,
        to: int,
    ) -> None:
        """What one takes the other takes; where both did, one place is free again."""
        both = set(await self.taken_by(to))
        for errand_id in await self.taken_by(person_id):
            if errand_id in both:
                await self.drop(errand_id, person_id)
        c = errand_takers.c
        rest = update(errand_takers).where(c.person_id == person_id)
        await self._session.query(rest.values(person_id=to))
        called = update(errands).where(errands.c.by == person_id)
        await self._session.query(called.values(by=to))

    async def forget(self, person_id: int) -> None:
        for errand_id in await self.taken_by(person_id):
            await self.drop(errand_id, person_id)
        called = update(errands).where(errands.c.by == person_id)
        await self._session.query(called.values(by=None))


def errand_of(row: Any) -> Errand:
    return Errand(
        row.id,
        row.area,
        row.words,
        row.at,
        row.wanted,
        row.missing,
        row.by,
        ErrandState(row.state),
    )
