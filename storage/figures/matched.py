"""What became of the needs, resources and orders of a period, counted from their rows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo
from typing import Any

from sqlalchemy import select

from domain.matching.listing import ListingKind, ListingState
from storage.figures.scope import midnight
from storage.session import Session
from storage.tables.matching import listings

C = listings.c
UNLISTED = (ListingState.DRAFT.value, ListingState.DROPPED.value)
SIDES = (ListingKind.NEED.value, ListingKind.RESOURCE.value)
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Matched:
    """Listed within a period: needs, how many of them became a project, how many are done;
    resources; orders, how many were taken on, how many are done.
    """

    needs: int = 0
    projects: int = 0
    done: int = 0
    resources: int = 0
    orders: int = 0
    claimed: int = 0
    served: int = 0

    @property
    def any(self) -> bool:
        return bool(self.needs or self.resources or self.orders)


class MatchFigures:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def between(
        self,
        zone: tzinfo,
        first: date,
        last: date,
        areas: Collection[str],
    ) -> Matched:
        """Of what was listed from the first to the last local day in one of these areas."""
        begins = midnight(first, zone)
        ends = midnight(last + A_DAY, zone)
        rows = select(C.id, C.kind, C.state, C.areas, C.resource_id).where(
            C.filed_at >= begins,
            C.filed_at < ends,
            C.state.not_in(UNLISTED),
            C.kind.in_(SIDES),
        )
        wanted = set(areas)
        found = [
            row
            for row in await self._session.query(rows)
            if wanted.intersection(row.areas)
        ]
        return _counted(found, await self._carried())

    async def _carried(self) -> set[int]:
        """The needs and orders that ever had a project."""
        rows = select(C.need_id).where(C.kind == ListingKind.PROJECT.value)
        return set((await self._session.query(rows.distinct())).scalars())


def _counted(rows: list[Any], carried: set[int]) -> Matched:
    of_need = [row for row in rows if row.kind == ListingKind.NEED.value]
    needs = [row for row in of_need if row.resource_id is None]
    orders = [row for row in of_need if row.resource_id is not None]
    return Matched(
        needs=len(needs),
        projects=sum(row.id in carried for row in needs),
        done=sum(row.state == ListingState.DONE.value for row in needs),
        resources=len(rows) - len(of_need),
        orders=len(orders),
        claimed=sum(row.id in carried for row in orders),
        served=sum(row.state == ListingState.DONE.value for row in orders),
    )
