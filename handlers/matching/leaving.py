"""What becomes of the listings of somebody who leaves, or turns out to be somebody else."""

from __future__ import annotations

from domain.matching.listing import Listing, ListingKind, ListingState
from domain.matching.rights import may_confirm
from handlers.dialog.scene import Scene
from handlers.matching.ending import called_off, off_the_list
from handlers.matching.ordering import offer
from handlers.matching.telling import staff_of, tell


async def leave(scene: Scene, person_id: int) -> None:
    """What was theirs is off its list, and what they took on is offered to others; both sides hear
    so. What they only looked after is a colleague's, who hears that it is.
    """
    unit = scene.unit
    if scene.setup.matching is None:
        return await unit.listings.forget(person_id)
    for listing in await unit.listings.of_person(person_id):
        if listing.whose_id == person_id:
            await off_the_list(scene, listing, ListingState.WITHDRAWN)
        elif await _is_order(scene, listing):
            await called_off(scene, listing)
            order = await unit.listings.get(listing.need_id)
            if order is not None:
                await offer(scene, order, person_id)
        else:
            await _handed_over(scene, listing, person_id)
    await unit.listings.forget(person_id)


async def _is_order(scene: Scene, listing: Listing) -> bool:
    if listing.kind is not ListingKind.PROJECT:
        return False
    need = await scene.unit.listings.get(listing.need_id)
    return need is not None and need.is_order


async def _handed_over(
    scene: Scene,
    listing: Listing,
    person_id: int,
) -> None:
    others = [
        one
        for one in staff_of(
            scene,
            listing.areas,
        )
        if one.id not in (person_id, None)
    ]
    heir = next(iter(others), None)
    heir_id = heir.id if heir is not None else None
    await scene.unit.listings.change(listing.id, keeper_id=heir_id)
    await tell(scene, heir, "notice-listing-yours-now", listing)


async def join(
    scene: Scene,
    goes: int,
    stays: int,
) -> None:
    """What one has the other has. What they ordered, or needed, at one door and took on or
    confirmed at the other comes to nothing: whoever gains does not confirm.
    """
    unit = scene.unit
    await unit.listings.hand_over(goes, stays)
    for listing in await unit.listings.of_person(stays):
        if listing.keeper_id != stays or listing.kind is not ListingKind.PROJECT:
            continue
        need = await unit.listings.get(listing.need_id)
        resource = await unit.listings.get(listing.resource_id)
        if need is None or resource is None or not may_confirm(stays, need, resource):
            continue
        await called_off(scene, listing)
        if need.is_order:
            await offer(scene, need, stays)
