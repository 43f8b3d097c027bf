"""What comes to its end: a project that comes to nothing, whose two sides are free again, and a
need or a resource that is off its list.
"""

from __future__ import annotations

from collections.abc import Iterable

from domain.matching.listing import Listing, ListingKind, ListingState
from domain.people import Person
from handlers.dialog.scene import Scene
from handlers.matching.plans import plan
from handlers.matching.telling import side, tell
from handlers.matching.wording import called

NOBODYS: dict[str, object] = {"note": "", "whose_id": None, "code": ""}
"""An order that is over: nobody need know whose it was, nor what they wrote."""


async def called_off(
    scene: Scene,
    project: Listing,
    by: Person | None = None,
    heard: Iterable[int] = (),
) -> bool:
    """Whether it still ran and does not any more. Who did it to another is named to both sides
    (`by`); who `heard` of it in other words is not told.
    """
    unit = scene.unit
    moved = await unit.listings.move(
        project.id, ListingState.OPEN, ListingState.WITHDRAWN
    )
    if not moved:
        return False
    await plan(scene, project.id)
    need = await unit.listings.get(project.need_id)
    resource = await unit.listings.get(project.resource_id)
    told = {scene.actor.id, *heard}
    for listing in (need, resource):
        if listing is None or listing.kind is ListingKind.SERVICE:
            continue  # an order goes on having its share of a service
        await unit.listings.give_back(listing.id, project.capacity)
        if listing.state is ListingState.OPEN:
            key = f"notice-listing-off-{called(listing)}"
            person = await side(scene, listing)
            await _once(scene, told, person, key, project, by)
    in_charge = await unit.people.get(project.keeper_id)
    await _once(scene, told, in_charge, _charge(need, by), project, by)
    return True


def _charge(need: Listing | None, by: Person | None) -> str:
    """What whoever was in charge is told. An order that somebody has taken back is wanted no more;
    one that was taken from them goes on.
    """
    order = need is not None and need.is_order
    goes_on = need is not None and need.state is ListingState.OPEN
    ordered = "-order" if order and goes_on is (by is not None) else ""
    return f"notice-listing-off-charge{ordered}"


async def _once(
    scene: Scene,
    told: set[int | None],
    person: Person | None,
    key: str,
    project: Listing,
    by: Person | None,
) -> None:
    """Nobody hears of it twice, nor whoever did it."""
    if person is None or person.id in told:
        return
    told.add(person.id)
    if by is None:
        return await tell(scene, person, key, project)
    about = {"name": by.name}
    await tell(scene, person, f"{key}-by", project, about=about)


async def off_the_list(
    scene: Scene,
    listing: Listing,
    to: ListingState,
    by: Person | None = None,
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
            await called_off(scene, project, by)
    if listing.is_order and listing.resource_id is not None:
        await unit.listings.give_back(listing.resource_id, 1)
    return True
