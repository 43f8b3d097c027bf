"""The duty roster (驻点值守): who is on duty for an area or an office, and when.

Times are aware UTC. Ids are counted in memory and shifts are kept in the directory. So, as for
areas, no other process writes here while the house runs: `gridbee roster` takes the house's lock,
and a shift that it adds is seen at the next start.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, delete, insert

from storage.session import Session
from storage.tables.people import duty


class Duty:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(
        self, person_id: int, area: str, starts_at: datetime, ends_at: datetime
    ) -> int:
        """Adds a shift up to just before `ends_at`. Returns its id. Raises ValueError where it
        ends before it begins.
        """
        if ends_at <= starts_at:
            raise ValueError("a shift ends after it begins")
        made = self._session.next_id("duty")
        row = {
            "id": made,
            "person_id": person_id,
            "area": area,
            "starts_at": starts_at,
            "ends_at": ends_at,
        }
        await self._session.query(insert(duty), row)
        self._session.directory_changes()
        return made

    async def remove(self, shift_id: int) -> bool:
        """Returns whether there was such a shift."""
        return await self._drop(duty.c.id == shift_id) > 0

    async def clear(
        self,
        area: str,
        starts_at: datetime,
        ends_at: datetime,
        person_id: int | None = None,
    ) -> int:
        """Removes the area's shifts (only one person's, if given) that overlap this time. Returns
        how many.
        """
        which = duty.c.area == area
        which &= (duty.c.starts_at < ends_at) & (duty.c.ends_at > starts_at)
        if person_id is not None:
            which &= duty.c.person_id == person_id
        return await self._drop(which)

    async def prune(self, before: datetime) -> int:
        """Removes the shifts that were over by then. Returns how many."""
        return await self._drop(duty.c.ends_at <= before)

    async def forget(self, person_id: int) -> None:
        """Takes somebody who left off the roster."""
        await self._drop(duty.c.person_id == person_id)

    async def _drop(self, which: ColumnElement[bool]) -> int:
        gone = (await self._session.query(delete(duty).where(which))).rowcount
        if gone:
            self._session.directory_changes()
        return gone
