"""Orders that are done: when they were taken on, whose they were for a while, and their thanks."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update

from domain.matching.listing import Listing, ListingState
from storage.matching.lists import C
from storage.matching.rows import listing_of
from storage.session import Session
from storage.tables.matching import listings


class DoneOrders:
    """By the number of the project that carried it out."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def began(self, project_id: int) -> datetime | None:
        """When somebody took it on."""
        row = select(C.filed_at).where(C.id == project_id)
        found: datetime | None = (await self._session.query(row)).scalar()
        return found

    async def thanked(self, project_id: int, words: str) -> bool:
        """Whether these are the first thanks for it."""
        same = update(listings).where(C.id == project_id, C.note == "")
        return (await self._session.query(same.values(note=words))).rowcount == 1

    async def of_person(self, person_id: int) -> list[Listing]:
        """What was done for somebody, as long as it is known, the newest first."""
        done = C.state == ListingState.DONE.value
        rows = select(listings).where(C.whose_id == person_id, done)
        found = await self._session.query(rows.order_by(C.since.desc(), C.id.desc()))
        return [listing_of(row) for row in found]
