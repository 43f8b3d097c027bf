"""A need that came from a case ends with it: withdrawn, answered otherwise, merged, confidential
now, or left by its filer.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.acts import Act
from domain.kinds import Kind
from domain.matching.listing import ListingState
from domain.privacy import Privacy
from handlers.casework.happened import Happened, Order
from handlers.dialog.scene import Scene
from handlers.matching.ending import off_the_list
from handlers.matching.plans import plan
from handlers.matching.telling import tell


async def hear(
    scene: Scene,
    happened: Happened,
) -> Sequence[Order]:
    """Asks nothing unless a help or a wish has ended or is hidden. A project that runs goes on to
    its own end, except where its filer wants nothing any more.
    """
    before, case = happened.before, happened.case
    if scene.setup.matching is None or before.kind is Kind.HAZARD:
        return ()
    left = before.filer_id is not None and case.filer_id is None
    hidden = case.privacy is Privacy.CONFIDENTIAL
    unwanted = left or hidden or happened.act is Act.WITHDRAW
    if not before.open or (case.open and not unwanted):
        return ()
    await _ended(scene, case.id, unwanted=unwanted)
    return ()


async def _ended(
    scene: Scene,
    case_id: int,
    *,
    unwanted: bool,
) -> None:
    listings = scene.unit.listings
    for listing in await listings.of_case(case_id):
        if listing.state is ListingState.DRAFT:
            to = ListingState.DROPPED
            await listings.move(listing.id, ListingState.DRAFT, to)
            await plan(scene, listing.id)
        elif unwanted or await listings.project_of(listing.id) is None:
            await off_the_list(scene, listing, ListingState.WITHDRAWN)
            keeper = await scene.unit.people.get(listing.keeper_id)
            if keeper is not None and keeper.id != scene.actor.id:
                await tell(scene, keeper, "notice-listing-case-over", listing)
