"""What a file says of services and resources takes the place of what it said before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace

from sqlalchemy import select, update

from domain.matching.listing import Listing, ListingKind, ListingState
from storage.matching.listings import OPEN, C, listing_of
from storage.session import Session
from storage.tables.matching import listings


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
        made = [self._as_it_is_now(one, standing.get(one.code)) for one in file]
        rows = [
            asdict(one) | {"areas": list(one.areas), "filed_at": self._session.now}
            for one in made
        ]
        self._session.write(self._session.upsert(listings), rows)
        gone = standing.keys() - {one.code for one in file}
        for code in sorted(gone):
            off = {
                "state": ListingState.WITHDRAWN.value,
                "since": self._session.now,
            }
            same = update(listings).where(C.id == standing[code].id)
            await self._session.query(same.values(**off))
        return made

    async def _standing(self, kind: ListingKind) -> dict[str, Listing]:
        """Those of earlier files that stand open, by their code."""
        rows = select(listings).where(OPEN, C.kind == kind.value, C.code != "")
        found = await self._session.query(rows)
        return {row.code: listing_of(row) for row in found}

    def _as_it_is_now(self, one: Listing, before: Listing | None) -> Listing:
        if before is None:
            return replace(one, id=self._session.next_id("listings"))
        taken = before.capacity - before.left
        left = max(one.capacity - taken, 0)
        return replace(one, id=before.id, since=before.since, left=left)
