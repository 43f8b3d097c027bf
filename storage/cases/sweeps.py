"""The cases that the clock goes through, piece by piece."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam, func, select

from domain.case import Case
from domain.kinds import Kind
from domain.states import State
from storage.cases.lists import ALL, UP_TO, CaseLists, is_open
from storage.tables.cases import PASSED_ON, cases

UNCHARGED = (
    ALL.where(is_open(), PASSED_ON, cases.c.assignee_id.is_(None))
    .order_by(cases.c.id)
    .limit(UP_TO)
)
LISTED = (
    (cases.c.kind == Kind.WISH.value)
    & cases.c.extended_to.is_not(None)
    & (cases.c.extended_to > bindparam("now"))
)
QUIET = (
    ALL.where(is_open(), PASSED_ON, cases.c.touched_at < bindparam("before"))
    .where(cases.c.state != State.HELD.value, ~LISTED)
    .order_by(cases.c.touched_at)
    .limit(UP_TO)
)
OPEN_AFTER = (
    ALL.where(is_open(), cases.c.id > bindparam("after"))
    .order_by(cases.c.id)
    .limit(UP_TO)
)
OPEN_IN = [
    select(column, func.count())
    .where(is_open(), column.in_(bindparam("codes", expanding=True)))
    .group_by(column)
    for column in (cases.c.area, cases.c.office)
]
"""How many are open in each area, and in each office."""


class CaseSweeps(CaseLists):
    async def in_nobodys_charge(self, most: int) -> list[Case]:
        """Open cases that were filed when nobody was there to take charge, the oldest first."""
        return await self._list(UNCHARGED, most=most)

    async def quiet_since(self, before: datetime, most: int) -> list[Case]:
        """Open cases, not on hold, with which nothing has happened since then, the longest quiet
        first. A wish that waits on its list has reminders of its own.
        """
        return await self._list(QUIET, before=before, now=self._session.now, most=most)

    async def all_open(self, after: int, most: int) -> list[Case]:
        """Open cases with a higher id than `after`, by id: to go through all of them piece by
        piece.
        """
        return await self._list(OPEN_AFTER, after=after, most=most)

    async def open_by_area(self, codes: Collection[str]) -> Counter[str]:
        """How many are open in each of these areas and offices, of those that have any."""
        found: Counter[str] = Counter()
        for statement in OPEN_IN:
            rows = await self._session.query(statement, {"codes": list(codes)})
            found.update({code: many for code, many in rows})
        return found
