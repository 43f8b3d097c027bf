"""What became of the wishes of a period, counted by the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta, tzinfo
from statistics import median

from sqlalchemy import ColumnElement, func, select

from domain.kinds import Kind
from storage.figures.counting import Days
from storage.figures.scope import Scope
from storage.session import Session
from storage.tables.cases import cases
from storage.tables.wishes import wish_claims, wishes

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Wished:
    """Wishes filed within a period: how many came on the list, were claimed at least once, were
    received; `days` is the median from filing to receipt, None without any.
    """

    filed: int
    published: int
    claimed: int
    received: int
    days: float | None


class WishFigures:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def between(
        self,
        zone: tzinfo,
        first: date,
        last: date,
        scope: Scope,
    ) -> Wished:
        """Of the wishes that were filed from the first to the last local day."""
        filed = Days(first, last, zone).filed & scope.within(cases)
        own = filed & cases.c.parent_id.is_(None)
        counts = await self._counts(own & (cases.c.kind == Kind.WISH.value))
        spans = await self._spans(own)
        half = median(spans) if spans else None
        return Wished(*counts, days=half)

    async def _counts(self, which: ColumnElement[bool]) -> tuple[int, int, int, int]:
        tried = select(wish_claims.c.case_id).distinct().subquery()
        same = wishes.c.case_id == cases.c.id
        rows = (
            select(
                func.count(),
                func.count(wishes.c.published_at),
                func.count(tried.c.case_id),
                func.count(wishes.c.received_at),
            )
            .select_from(cases)
            .outerjoin(wishes, same)
            .outerjoin(tried, tried.c.case_id == cases.c.id)
        )
        found = (await self._session.query(rows.where(which))).one()
        return found[0], found[1], found[2], found[3]

    async def _spans(self, which: ColumnElement[bool]) -> list[float]:
        """Days from filing to receipt, of those that were received."""
        rows = select(cases.c.filed_at, wishes.c.received_at)
        rows = rows.join(wishes, wishes.c.case_id == cases.c.id)
        rows = rows.where(which, wishes.c.received_at.is_not(None))
        found = await self._session.query(rows)
        return [(row.received_at - row.filed_at) / DAY for row in found]
