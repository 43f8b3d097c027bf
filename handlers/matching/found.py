"""A listing as somebody comes to it: in what capacities, and whether they may do what they ask."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from domain.matching.listing import Listing, ListingKind
from domain.matching.rights import (
    ListingAct,
    Standing,
    Viewers,
    of_listing,
    of_project,
    possible,
    sees,
    theirs,
)
from domain.matching.terms import Terms
from domain.people import Person
from handlers.dialog.scene import Scene
from handlers.dialog.setup import Setup
from handlers.dialog.turn import Refused, Turn
from handlers.matching.serving import serves
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Found:
    """`need` and `resource` are a project's; None where the office has lost them."""

    listing: Listing
    viewers: Viewers
    need: Listing | None = None
    resource: Listing | None = None

    def may(self, act: ListingAct) -> bool:
        return theirs(
            act,
            self.viewers,
        ) and possible(act, self.listing)


def terms(setup: Setup) -> Terms:
    """What the office has set. Raises Refused where there are no lists here."""
    if setup.matching is None:
        raise Refused("refuse-listing-off")
    return setup.matching


def cares(
    unit: Unit,
    person: Person,
    areas: Iterable[str],
) -> bool:
    """Whether somebody is of the staff of one of these areas. A post is for its own cases alone."""
    above = {code for area in areas for code in unit.directory.path(area)}
    return any(grant.area in above and not grant.post for grant in person.grants)


async def look(
    scene: Scene,
    person: Person,
    listing: Listing,
) -> Found:
    """The listing with what this person is to it."""
    unit = scene.unit
    cared = cares(unit, person, listing.areas)
    if listing.kind is not ListingKind.PROJECT:
        serving = listing.is_order and await serves(scene, person, listing)
        stands = Standing(cared, person.staff, serving)
        return Found(listing, of_listing(listing, person.id, stands))
    need = await unit.listings.get(listing.need_id)
    resource = await unit.listings.get(listing.resource_id)
    whose = of_project(listing, need, resource, person.id, cared)
    return Found(listing, whose, need, resource)


async def find(turn: Turn, listing_id: int) -> Found:
    """The listing, if it exists for this person. Raises Refused, with the same words for what is
    not there and for what is not theirs to see.
    """
    terms(turn.setup)
    listing = await turn.unit.listings.get(listing_id)
    if listing is None:
        raise Refused("refuse-listing-gone")
    found = await look(turn.scene, turn.person, listing)
    if not sees(found.viewers, listing):
        raise Refused("refuse-listing-gone")
    return found


async def for_act(
    turn: Turn,
    listing_id: int,
    act: ListingAct,
) -> Found:
    """The listing, if they may do this to it now. Raises Refused."""
    found = await find(turn, listing_id)
    if act is ListingAct.SHOW:
        return found
    if not theirs(act, found.viewers):
        raise Refused("refuse-listing-not-yours")
    if not possible(act, found.listing):
        state = turn.label(f"listing-state-{found.listing.state.value}")
        raise Refused("refuse-listing-not-now", state=state)
    return found
