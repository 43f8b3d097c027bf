"""Figures as of now, counted by the database: how many cases there are, are open, are late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from sqlalchemy import ColumnElement, case, func, select, text

from domain.messages import Place
from domain.states import State
from domain.tally import Tally
from storage.figures.counting import Days, counted
from storage.figures.scope import Cell, Scope
from storage.figures.spots import spots
from storage.session import Session
from storage.tables.cases import IS_OPEN, PASSED_ON, cases


@dataclass(frozen=True, slots=True)
class Figures:
    """Cases filed within a period; `open` and `late` are as of now, whenever filed. Parts of
    cases do not count.
    """

    filed: int = 0
    resolved: int = 0
    closed: int = 0
    open: int = 0
    late: int = 0

    def __add__(self, other: Figures) -> Figures:
        return Figures(
            *(getattr(self, name) + getattr(other, name) for name in Figures.__slots__)
        )


class Reports:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def figures(self, areas: set[str], since: datetime) -> dict[str, Figures]:
        """By area code, for the cases in these areas, or with these offices, that were filed
        since then.
        """
        scope = Scope(frozenset(areas), frozenset(areas))
        found = await self._filed(scope, since)
        for cell, (open_now, late) in (await self.standing(scope)).items():
            before = found.get(cell.area, Figures())
            found[cell.area] = before + Figures(open=open_now, late=late)
        return found

    async def _filed(self, scope: Scope, since: datetime) -> dict[str, Figures]:
        c = cases.c
        answered = c.state.in_([State.RESOLVED.value, State.CLOSED.value])
        closed = c.state == State.CLOSED.value
        rows = select(
            c.area,
            func.count(),
            _count(answered),
            _count(closed),
        )
        rows = rows.where(
            PASSED_ON,
            c.filed_at >= since,
            c.parent_id.is_(None),
        )
        found: dict[str, Figures] = {}
        for part in scope.parts(cases):
            for row in await self._session.query(rows.where(part).group_by(c.area)):
                more = Figures(*(int(value) for value in row[1:]))
                found[row[0]] = found.get(row[0], Figures()) + more
        return found

    async def standing(self, scope: Scope) -> dict[Cell, tuple[int, int]]:
        """(open, late) as of now, whenever filed; the cells have no day."""
        c = cases.c
        what = (c.area, c.kind, c.category, c.office)
        late = _count(c.due_at < self._session.now)
        rows = select(*what, func.count(), late)
        whole = PASSED_ON & c.parent_id.is_(None)
        rows = rows.where(text(IS_OPEN), whole)
        found: dict[Cell, tuple[int, int]] = {}
        for part in scope.parts(cases):
            for row in await self._session.query(rows.where(part).group_by(*what)):
                cell, counted_here = Cell(0, *row[:4]), (int(row[4]), int(row[5]))
                before = found.get(cell, (0, 0))
                found[cell] = (before[0] + counted_here[0], before[1] + counted_here[1])
        return found

    async def spots(
        self,
        scope: Scope,
        span: timedelta,
        most: int,
    ) -> list[tuple[Place, datetime]]:
        """Where and when the cases of the last `span` were filed, the newest `most`."""
        since = self._session.now - span
        return await spots(self._session, scope, since, most)

    async def counted(
        self,
        zone: tzinfo,
        first: date,
        last: date,
        scope: Scope | None = None,
        by: Sequence[str] = Cell._fields,
    ) -> dict[Cell, Tally]:
        """The cases filed from the first to the last local day, counted from the cases
        themselves. No scope: all of them.
        """
        return await counted(
            self._session,
            Days(first, last, zone),
            scope,
            by,
        )


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
