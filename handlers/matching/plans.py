"""The next moment of a listing: one timer each; and a week more."""

from __future__ import annotations

from datetime import timedelta

from domain.matching.listing import TIMER, Listing, next_moment
from handlers.dialog.scene import Scene

AT_ONCE = timedelta(0)
A_WEEK = timedelta(days=7)


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


async def a_week_anew(scene: Scene, listing: Listing) -> None:
    """Its notice counts from now too: else what is old would be asked about at once."""
    now = scene.unit.now
    await scene.unit.listings.change(
        listing.id,
        until=now + A_WEEK,
        since=now,
        looked=0,
    )
