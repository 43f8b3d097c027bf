"""What a file says of services and resources takes the place of what it said before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import datetime, timedelta

from sqlalchemy import func, select, update

from domain.matching.listing import Listing, ListingKind, ListingState
from storage.matching.lists import OPEN, C
from storage.matching.rows import listing_of
from storage.session import Session
from storage.tables.matching import listings

COLUMNS = [field.name for field in fields(Listing)]
SERVICES = OPEN & (C.kind == ListingKind.SERVICE.value)


class Loaded:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def replace(
        self, kind: ListingKind, file: Sequence[Listing]
    ) -> list[Listing]:
        """Puts these in place of those of the kind that an earlier file had, and returns them. One
        with a code that is there keeps its number, and what was taken of it stays taken; what the
        file has no more is withdrawn.
        """
        standing = await self._standing(kind)
        made = [
            self._as_it_is_now(
                one,
                standing.get(one.code),
            )
            for one in file
        ]
        rows = [
            {name: getattr(one, name) for name in COLUMNS}
            | {"areas": list(one.areas), "filed_at": self._session.now}
            for one in made
        ]
        self._session.write(self._session.upsert(listings), rows)
        gone = standing.keys() - {one.code for one in file}
        for code in sorted(gone):
            off = {"state": ListingState.WITHDRAWN.value, "since": self._session.now}
            same = update(listings).where(C.id == standing[code].id)
            await self._session.query(same.values(**off))
        return made

    async def end_services(self) -> int:
        """How many of the menu are over and end now."""
        over = update(listings).where(
            SERVICES,
            C.until <= self._session.now,
        )
        ended = {"state": ListingState.ENDED.value, "since": self._session.now}
        return (await self._session.query(over.values(**ended))).rowcount

    async def ending_services(
        self,
        by: datetime,
    ) -> tuple[int, datetime | None]:
        """How many of the menu are over by then and were not told of, and when the first is; from
        now on they count as told of.
        """
        untold = SERVICES & (C.until <= by) & (C.looked == 0)
        first = select(func.min(C.until)).where(untold)
        soonest = (await self._session.query(first)).scalar()
        told = await self._session.query(
            update(listings).where(untold).values(looked=1)
        )
        return told.rowcount, soonest

    async def next_service_end(self, before: timedelta) -> datetime | None:
        """When something of the menu is to be told of, `before` its end, or ends."""
        rows = (
            select(
                C.looked,
                func.min(C.until),
            )
            .where(SERVICES)
            .group_by(C.looked)
        )
        found = [
            until if looked else until - before
            for looked, until in await self._session.query(rows)
        ]
        return min(found, default=None)

    async def _standing(
        self,
        kind: ListingKind,
    ) -> dict[str, Listing]:
        """Those of earlier files that stand open, by their code."""
        rows = select(listings).where(
            OPEN,
            C.kind == kind.value,
            C.code != "",
        )
        found = await self._session.query(rows)
        return {row.code: listing_of(row) for row in found}

    def _as_it_is_now(
        self,
        one: Listing,
        before: Listing | None,
    ) -> Listing:
        if before is None:
            return replace(one, id=self._session.next_id("listings"))
        taken = before.capacity - before.left
        left = max(one.capacity - taken, 0)
        return replace(
            one,
            id=before.id,
            since=before.since,
            left=left,
        )
