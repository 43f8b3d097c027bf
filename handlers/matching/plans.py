"""The next moment of a listing: one timer each."""

from __future__ import annotations

from datetime import timedelta

from domain.matching.listing import TIMER, next_moment
from handlers.dialog.scene import Scene

AT_ONCE = timedelta(0)


async def plan(
    scene: Scene,
    listing_id: int,
    least: timedelta = AT_ONCE,
) -> None:
    """Sets the listing's next moment, `least` from now at the earliest."""
    unit = scene.unit
    listing = await unit.listings.get(listing_id)
    at = next_moment(listing) if listing is not None else None
    if at is not None:
        at = max(at, unit.now + least)
    unit.timers.set(TIMER, listing_id, at)
