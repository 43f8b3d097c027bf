"""What comes to its end: a project that comes to nothing, whose two sides are free again, and a
need or a resource that is off its list.
"""

from __future__ import annotations

from domain.matching.listing import Listing, ListingKind, ListingState
from domain.people import Person
from handlers.dialog.scene import Scene
from handlers.matching.plans import plan
from handlers.matching.telling import side, tell

NOBODYS: dict[str, object] = {"note": "", "whose_id": None, "code": ""}
"""An order that is over: nobody need know whose it was, nor what they wrote."""


async def called_off(scene: Scene, project: Listing) -> bool:
    """Whether it still ran and does not any more."""
    unit = scene.unit
    moved = await unit.listings.move(
        project.id, ListingState.OPEN, ListingState.WITHDRAWN
    )
    if not moved:
        return False
    await plan(scene, project.id)
    told = {scene.actor.id}
    for listing_id in (project.need_id, project.resource_id):
        listing = await unit.listings.get(listing_id)
        if listing is None or listing.kind is ListingKind.SERVICE:
            continue  # an order goes on having its share of a service
        await unit.listings.give_back(listing.id, project.capacity)
        kind = "order" if listing.is_order else listing.kind.value
        key = f"notice-listing-off-{kind}"
        await _once(
            scene,
            told,
            await side(scene, listing),
            key,
            project,
        )
    in_charge = await unit.people.get(project.keeper_id)
    await _once(scene, told, in_charge, "notice-listing-off-charge", project)
    return True


async def _once(
    scene: Scene,
    told: set[int | None],
    person: Person | None,
    key: str,
    project: Listing,
) -> None:
    """Nobody hears of it twice, nor whoever did it."""
    if person is not None and person.id not in told:
        told.add(person.id)
        await tell(scene, person, key, project)


async def off_the_list(
    scene: Scene,
    listing: Listing,
    to: ListingState,
) -> bool:
    """Ends a need or a resource, if it was open. What is taken back takes its projects with it;
    what only comes to its end lets them run. An order gives back its share of the service.
    """
    unit = scene.unit
    values = NOBODYS if listing.is_order else {}
    if not await unit.listings.move(
        listing.id,
        ListingState.OPEN,
        to,
        **values,
    ):
        return False
    await plan(scene, listing.id)
    if to is not ListingState.ENDED:
        for project in await unit.listings.projects_with(listing.id):
            await called_off(scene, project)
    if listing.is_order and listing.resource_id is not None:
        await unit.listings.give_back(listing.resource_id, 1)
    return True
