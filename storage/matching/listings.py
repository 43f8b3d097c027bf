"""Listings: what is left of each is a counter that no two takers can bring below zero, and what
changes a state says from which one.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import select, update

from domain.matching.listing import Listing, ListingState
from storage.matching.lists import OPEN, C, ListingLists
from storage.matching.rows import listing_of
from storage.statements import same
from storage.tables.matching import listings

ONE = select(listings).where(same(C.id))


class Listings(ListingLists):
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
