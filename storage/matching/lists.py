"""The lists of listings that people and the clock ask for."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, false, or_, select, type_coerce

from domain.matching.listing import Listing, ListingKind, ListingState
from storage.matching.rows import listing_of
from storage.session import Session
from storage.tables.matching import listings

C = listings.c
MOST_NAMED = 200
"""Areas in one condition: SQLite takes no deeper one than 1,000."""

OPEN = C.state == ListingState.OPEN.value


class ListingLists:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def open_of(
        self,
        kind: ListingKind,
        category: str,
    ) -> list[Listing]:
        """All of a kind and category that stand open with something left."""
        rows = select(listings).where(
            OPEN,
            C.kind == kind.value,
            C.left > 0,
        )
        rows = rows.where(
            C.category == category,
            C.resource_id.is_(None),
        )
        return await self._all(
            rows.order_by(
                C.until,
                C.id,
            )
        )

    async def open_all(self, kind: ListingKind) -> list[Listing]:
        """All of a kind that stand open, the soonest to end first."""
        rows = select(listings).where(
            OPEN,
            C.kind == kind.value,
        )
        return await self._all(
            rows.order_by(
                C.until,
                C.id,
            )
        )

    async def open_in(
        self,
        kind: ListingKind,
        areas: Collection[str],
    ) -> list[Listing]:
        """Those of a kind that stand open with something left in one of these areas."""
        rows = select(listings).where(OPEN, C.kind == kind.value, C.left > 0)
        named = rows.where(_in_one_of(areas)) if len(areas) <= MOST_NAMED else rows
        found = await self._all(named.order_by(C.words, C.id))
        wanted = set(areas)
        return [one for one in found if not wanted.isdisjoint(one.areas)]

    async def everything(self) -> list[Listing]:
        """All that was ever listed, the oldest first; no drafts."""
        unlisted = (ListingState.DRAFT.value, ListingState.DROPPED.value)
        rows = select(listings).where(C.state.not_in(unlisted))
        return await self._all(rows.order_by(C.id))

    async def project_of(self, need_id: int) -> Listing | None:
        """The need's project that runs."""
        rows = select(listings).where(OPEN, C.need_id == need_id)
        found = (await self._session.query(rows)).first()
        return listing_of(found) if found is not None else None

    async def projects_with(self, listing_id: int) -> list[Listing]:
        """The projects that run with this need or resource."""
        pair = (C.need_id == listing_id) | (C.resource_id == listing_id)
        running = OPEN & (C.kind == ListingKind.PROJECT.value)
        return await self._all(
            select(listings)
            .where(
                running,
                pair,
            )
            .order_by(C.id)
        )

    async def of_case(self, case_id: int) -> list[Listing]:
        """The needs that were listed of a case and are not over."""
        going = C.state.in_((ListingState.DRAFT.value, ListingState.OPEN.value))
        needs = C.kind == ListingKind.NEED.value
        rows = select(listings).where(
            C.case_id == case_id,
            going,
            needs,
        )
        return await self._all(rows.order_by(C.id))

    async def of_person(self, person_id: int) -> list[Listing]:
        """Needs and resources of somebody, and what they keep, that go on."""
        theirs: ColumnElement[bool] = (C.whose_id == person_id) | (
            C.keeper_id == person_id
        )
        rows = select(listings).where(theirs, OPEN)
        return await self._all(
            rows.order_by(
                C.until,
                C.id,
            )
        )

    async def _all(
        self,
        rows: Select[Any],
    ) -> list[Listing]:
        return [listing_of(row) for row in await self._session.query(rows)]


def _in_one_of(areas: Collection[str]) -> ColumnElement[bool]:
    """Read off the codes as they are written."""
    written = type_coerce(C.areas, Text)
    codes = [f'"{area}"' for area in areas]
    return or_(false(), *(written.contains(code, autoescape=True) for code in codes))
