"""What the clock does to needs and resources: a word before they end, and one after."""

from __future__ import annotations

from domain.matching.listing import Listing, ListingKind, ListingState
from domain.matching.rights import ListingAct
from domain.people import Person
from handlers.dialog.scene import Scene
from handlers.matching.ending import off_the_list
from handlers.matching.ordering import offer
from handlers.matching.plans import a_week_anew
from handlers.matching.telling import side, tell
from handlers.matching.wording import called, last_day


async def ends_soon(scene: Scene, listing: Listing) -> None:
    """Whose it is and who filed it are asked whether it still holds; not while a project has it."""
    if await _in_hand(scene, listing):
        return
    for person in await _theirs(scene, listing):
        await tell(
            scene,
            person,
            f"notice-listing-ends-{called(listing)}",
            listing,
            (ListingAct.KEEP, ListingAct.WITHDRAW),
            rings=True,
            about={"day": last_day(scene, person, listing.until)},
        )
    if listing.is_order:
        await offer(scene, listing)


async def ended(scene: Scene, listing: Listing) -> None:
    if await _in_hand(scene, listing):
        return await a_week_anew(scene, listing)
    await off_the_list(scene, listing, ListingState.ENDED)
    for person in await _theirs(scene, listing):
        await tell(scene, person, f"notice-listing-ended-{called(listing)}", listing)


async def _in_hand(scene: Scene, listing: Listing) -> bool:
    """Whether it is a need that a project is about to meet: it ends with that."""
    if listing.kind is not ListingKind.NEED:
        return False
    return await scene.unit.listings.project_of(listing.id) is not None


async def _theirs(
    scene: Scene,
    listing: Listing,
) -> list[Person]:
    """Who hears of its end: its side, and who filed it for them."""
    found = [
        await side(
            scene,
            listing,
        ),
        await scene.unit.people.get(listing.keeper_id),
    ]
    return list({one.id: one for one in found if one is not None}.values())
