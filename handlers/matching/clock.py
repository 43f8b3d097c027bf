"""What the clock does to a listing: nothing ends without a word before and after."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from domain.matching.listing import (
    AT_LEAST,
    MENU,
    TIMER,
    Listing,
    ListingKind,
    ListingState,
    next_moment,
)
from handlers.dialog.scene import Scene
from handlers.matching import hours, listed_clock, menu_clock, project_clock
from handlers.matching.plans import plan
from handlers.matching.telling import tell

A_DAY = timedelta(days=1)
Due = Callable[[Scene, Listing], Awaitable[None]]


async def listing_due(
    scene: Scene,
    listing_id: int,
    due_at: datetime,
) -> None:
    """One of its moments has come. While there are no lists here it waits."""
    unit = scene.unit
    if scene.setup.matching is None:
        return unit.timers.set(TIMER, listing_id, unit.now + A_DAY)
    if listing_id == MENU:
        return await menu_clock.menu_due(scene)
    listing = await unit.listings.get(listing_id)
    at = next_moment(listing) if listing is not None else None
    if listing is None or at is None or at > unit.now:
        return unit.timers.set(TIMER, listing_id, at)
    await unit.listings.change(listing_id, looked=listing.looked + 1)
    await _due(listing)(scene, listing)
    await plan(scene, listing_id, AT_LEAST)


def _due(listing: Listing) -> Due:
    if listing.state is ListingState.DRAFT:
        return dropped
    if listing.state is ListingState.DONE:
        return AFTERWARDS[listing.looked]
    steps = PROJECT if listing.kind is ListingKind.PROJECT else LISTED
    return steps[listing.looked]


async def dropped(scene: Scene, draft: Listing) -> None:
    """Nobody finished it: whoever began hears so and has their words back."""
    await scene.unit.listings.move(
        draft.id,
        ListingState.DRAFT,
        ListingState.DROPPED,
    )
    keeper = await scene.unit.people.get(draft.keeper_id)
    await tell(scene, keeper, "notice-listing-dropped", draft)


LISTED: tuple[Due, ...] = (listed_clock.ends_soon, listed_clock.ended)
PROJECT: tuple[Due, ...] = (
    project_clock.due_soon,
    project_clock.overdue,
    project_clock.given_back,
)
AFTERWARDS: tuple[Due, ...] = (hours.unsaid, hours.for_good)
"""By how many of its moments have passed (`domain.matching.listing.moments`)."""
