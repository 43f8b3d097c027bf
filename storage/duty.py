"""The duty roster (驻点值守): who is on duty for an area or a unit, and when. Times are aware UTC.

Ids are counted in memory and shifts are kept in the directory. So, as for areas, no other process
writes here while the house runs: `gridbee roster` takes the house's lock, and a shift that it adds
is seen at the next start.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, delete, insert

from storage.tables.people import duty

if TYPE_CHECKING:
    from storage.unit import Unit


async def add(
    unit: Unit, person_id: int, area: str, starts_at: datetime, ends_at: datetime
) -> int:
    """Adds a shift up to just before `ends_at`. Returns its id. Raises ValueError where it ends
    before it begins.
    """
    if ends_at <= starts_at:
        raise ValueError("a shift ends after it begins")
    made = unit.database.next_id("duty")
    row = {
        "id": made,
        "person_id": person_id,
        "area": area,
        "starts_at": starts_at,
        "ends_at": ends_at,
    }
    await unit.query(insert(duty), row)
    unit.directory_changes()
    return made


async def remove(unit: Unit, shift_id: int) -> bool:
    """Returns whether there was such a shift."""
    return await _gone(unit, duty.c.id == shift_id) > 0


async def clear(
    unit: Unit,
    area: str,
    starts_at: datetime,
    ends_at: datetime,
    person_id: int | None = None,
) -> int:
    """Removes the area's shifts (only one person's, if given) that overlap this time. Returns
    how many.
    """
    same = (
        (duty.c.area == area)
        & (duty.c.starts_at < ends_at)
        & (duty.c.ends_at > starts_at)
    )
    return await _gone(
        unit, same if person_id is None else same & (duty.c.person_id == person_id)
    )


async def prune(unit: Unit, before: datetime) -> int:
    """Removes the shifts that were over by then. Returns how many."""
    return await _gone(unit, duty.c.ends_at <= before)


async def _gone(unit: Unit, which: ColumnElement[bool]) -> int:
    gone = (await unit.query(delete(duty).where(which))).rowcount
    if gone:
        unit.directory_changes()
    return gone
