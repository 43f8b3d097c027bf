"""A project that comes to nothing: what it took is free again, and both sides hear so."""

from __future__ import annotations

from domain.matching.listing import Listing, ListingState
from handlers.dialog.scene import Scene
from handlers.matching.plans import plan
from handlers.matching.telling import side, tell


async def called_off(scene: Scene, project: Listing) -> bool:
    """Whether it still ran and does not any more."""
    unit = scene.unit
    moved = await unit.listings.move(
        project.id,
        ListingState.OPEN,
        ListingState.WITHDRAWN,
    )
    if not moved:
        return False
    await plan(scene, project.id)
    for listing_id in (project.need_id, project.resource_id):
        listing = await unit.listings.get(listing_id)
        if listing is None:
            continue
        await unit.listings.give_back(listing.id, project.capacity)
        person = await side(scene, listing)
        if person is not None and person.id != scene.actor.id:
            key = f"notice-listing-off-{listing.kind.value}"
            await tell(scene, person, key, project)
    return True
