"""Listings: what is left of each is a counter that no two takers can bring below zero, and what
changes a state says from which one.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    false,
    or_,
    select,
    type_coerce,
    update,
)

from domain.matching.listing import Listing, ListingKind, ListingState
from storage.session import Session
from storage.statements import same
from storage.tables.matching import listings

C = listings.c
MOST_NAMED = 200
"""Areas in one condition: SQLite takes no deeper one than 1,000."""

OPEN = C.state == ListingState.OPEN.value
ONE = select(listings).where(same(C.id))


class Listings:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, listing_id: int | None) -> Listing | None:
        if listing_id is None:
            return None
        found = (await self._session.query(ONE, {"id": listing_id})).first()
        return listing_of(found) if found is not None else None

    async def add(self, listing: Listing) -> Listing | None:
        """The listing with its number; None where the same pair has a project that runs."""
        made = replace(listing, id=self._session.next_id("listings"))
        row = asdict(made) | {"filed_at": self._session.now}
        row["areas"] = list(made.areas)
        once = self._session.insert_or_ignore(listings)
        done = await self._session.query(once, row)
        return made if done.rowcount == 1 else None

    async def change(self, listing_id: int, **values: Any) -> None:
        this = update(listings).where(C.id == listing_id)
        await self._session.query(this.values(**values))

    async def move(
        self, listing_id: int, from_: ListingState, to: ListingState, **values: Any
    ) -> bool:
        """Whether it was in the one state and now is in the other."""
        this = update(listings).where(
            C.id == listing_id,
            C.state == from_.value,
        )
        now = self._session.now
        moved = {"state": to.value, "since": now, "looked": 0, **values}
        return (await self._session.query(this.values(**moved))).rowcount == 1

    async def take(self, listing_id: int, many: int) -> bool:
        """Whether so many were left and are taken now. Never reads before it writes."""
        enough = (C.id == listing_id) & OPEN & (C.left >= many)
        taken = update(listings).where(enough).values(left=C.left - many)
        return (await self._session.query(taken)).rowcount == 1

    async def give_back(self, listing_id: int, many: int) -> None:
        """So many are left again, but never more than there were."""
        room = (C.id == listing_id) & (C.left + many <= C.capacity)
        back = update(listings).where(room).values(left=C.left + many)
        await self._session.query(back)

    # --- lists ---

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

    # --- whose they are ---

    async def hand_over(self, person_id: int, to: int) -> None:
        """What one has the other has, orders too."""
        for column in (C.whose_id, C.keeper_id):
            theirs = update(listings).where(column == person_id)
            await self._session.query(theirs.values({column: to}))

    async def forget(self, person_id: int) -> None:
        """Nobody knows any more whose these were, nor what they said with an order."""
        theirs = update(listings).where(C.whose_id == person_id)
        await self._session.query(
            theirs.values(
                whose_id=None,
                note="",
                code="",
            )
        )
        kept = update(listings).where(C.keeper_id == person_id)
        await self._session.query(kept.values(keeper_id=None))

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


def listing_of(row: Any) -> Listing:
    since: datetime = row.since
    until: datetime = row.until
    return Listing(
        id=row.id,
        kind=ListingKind(row.kind),
        state=ListingState(row.state),
        words=row.words,
        category=row.category,
        areas=tuple(row.areas),
        times=row.times,
        capacity=row.capacity,
        left=row.left,
        since=since,
        until=until,
        whose_id=row.whose_id,
        whose=row.whose,
        keeper_id=row.keeper_id,
        case_id=row.case_id,
        need_id=row.need_id,
        resource_id=row.resource_id,
        looked=row.looked,
        note=row.note,
        code=row.code,
    )
