"""Wishes: a row for each that was screened. What changes its state says from which one: whoever
comes second changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select, update

from domain.wishes.wish import RUNNING, Wish, WishState
from storage.session import Session
from storage.statements import same
from storage.tables.cases import cases
from storage.tables.wishes import wish_claims, wishes

ONE = select(wishes).where(same(wishes.c.case_id))
LIVE = [state.value for state in RUNNING]


class Wishes:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, case_id: int) -> Wish | None:
        found = (await self._session.query(ONE, {"case_id": case_id})).first()
        return wish_of(found) if found is not None else None

    async def screened(
        self, case_id: int, area: str, words: str, by: int | None
    ) -> Wish:
        """Puts what was screened in the place of what was there: its wisher is asked now."""
        now = self._session.now
        row = {
            "case_id": case_id,
            "state": WishState.ASKED.value,
            "words": words,
            "area": area,
            "screened_by": by,
            "screened_at": now,
            "since": now,
            "published_at": None,
            "until": None,
            "looked": 0,
            "place": "",
            "received_at": None,
            "thanks": "",
        }
        await self._session.query(self._session.upsert(wishes), row)
        return Wish(
            case_id,
            WishState.ASKED,
            words,
            area,
            now,
        )

    async def move(
        self,
        case_id: int,
        from_: Collection[WishState],
        to: WishState,
        **values: Any,
    ) -> bool:
        """Whether the wish was in one of these states and now is in the other one."""
        known = [state.value for state in from_]
        row = update(wishes).where(
            wishes.c.case_id == case_id, wishes.c.state.in_(known)
        )
        now = self._session.now
        moved = {"state": to.value, "since": now, "looked": 0, **values}
        return (await self._session.query(row.values(**moved))).rowcount == 1

    async def change(self, case_id: int, **values: Any) -> None:
        row = update(wishes).where(wishes.c.case_id == case_id)
        await self._session.query(row.values(**values))

    # --- lists ---

    async def listed(
        self, areas: Collection[str], first: str, most: int, skip: int = 0
    ) -> list[Wish]:
        """Those on the list in these areas: those of the `first`, then who waits longest."""
        c = wishes.c
        near = (c.area == first).desc()
        rows = self._open(select(wishes), areas)
        rows = rows.order_by(
            near,
            c.published_at,
            c.case_id,
        )
        return await self._all(rows.limit(most).offset(skip))

    async def count(self, areas: Collection[str]) -> int:
        """How many are on the list in these areas."""
        rows = self._open(select(func.count()).select_from(wishes), areas)
        return (await self._session.query(rows)).scalar() or 0

    def _open(self, rows: Select[Any], areas: Collection[str]) -> Select[Any]:
        on_it = wishes.c.state == WishState.OPEN.value
        return rows.where(on_it, wishes.c.area.in_(tuple(areas)))

    async def of_wisher(self, person_id: int) -> list[Wish]:
        """Somebody's own that go on, the newest first."""
        rows = select(wishes).join(cases, cases.c.id == wishes.c.case_id)
        mine = (cases.c.filer_id == person_id) & wishes.c.state.in_(LIVE)
        return await self._all(rows.where(mine).order_by(wishes.c.case_id.desc()))

    async def claimed_by(self, person_id: int) -> list[Wish]:
        """Those that somebody has claimed and not given back, the soonest due first."""
        rows = select(wishes).join(
            wish_claims, wish_claims.c.case_id == wishes.c.case_id
        )
        theirs = wish_claims.c.claimer_id == person_id
        rows = rows.where(theirs, wish_claims.c.ended_at.is_(None))
        return await self._all(rows.order_by(wish_claims.c.until))

    async def _all(self, rows: Select[Any]) -> list[Wish]:
        return [wish_of(row) for row in await self._session.query(rows)]


def wish_of(row: Any) -> Wish:
    until: datetime | None = row.until
    return Wish(
        row.case_id,
        WishState(row.state),
        row.words,
        row.area,
        row.since,
        until,
        row.looked,
        row.place,
        row.thanks,
    )
