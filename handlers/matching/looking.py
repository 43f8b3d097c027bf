"""What somebody is to a listing, and what carries it out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from domain.matching.listing import Listing, ListingKind, ListingState
from domain.matching.rights import ListingAct, possible, theirs
from domain.matching.viewers import Standing, Viewers, of_listing, of_project
from domain.people import Person, Role
from handlers.dialog.scene import Scene
from handlers.matching.serving import serves
from storage.unit import Unit

RANKS = (Role.COORDINATOR, Role.LEAD, Role.ADMIN)
"""From the lowest on."""


@dataclass(frozen=True, slots=True)
class Found:
    """`need` and `resource` are a project's; None where the office has lost them. `running` are
    the projects that carry a need or a resource out.
    """

    listing: Listing
    viewers: Viewers
    need: Listing | None = None
    resource: Listing | None = None
    running: tuple[Listing, ...] = ()

    @property
    def order(self) -> Listing | None:
        """What was ordered, of an order and of its project."""
        one = self.need or self.listing
        return one if one.is_order else None

    @property
    def carried(self) -> Listing | None:
        """The project of an order that somebody has taken on."""
        if self.order is None:
            return None
        return self.listing if self.need else next(iter(self.running), None)

    @property
    def state(self) -> str:
        """How it stands, in a word of the texts."""
        listing = self.listing
        if listing.state is not ListingState.OPEN:
            return listing.state.value
        if listing.kind is ListingKind.PROJECT:
            return "running"
        if self.order is not None:
            return "waiting" if listing.left else "taken"
        return "open" if listing.left else f"met-{listing.kind.value}"

    def theirs(self, act: ListingAct) -> bool:
        return theirs(
            act,
            self.viewers,
            order=self.order is not None,
            in_hand=bool(self.running),
        )

    def waits(self, now: datetime) -> bool:
        """Whether the needing side may still say themselves that it is done."""
        need, resource = self.need, self.resource
        if need is None or resource is None or need.side is None:
            return False
        return need.side != resource.side and now < self.listing.until

    def may(self, act: ListingAct) -> bool:
        return self.theirs(act) and possible(act, self.listing)


def rank(
    unit: Unit,
    person: Person | None,
    areas: Iterable[str],
) -> int:
    """How high somebody stands over one of these areas; 0 for who is not of its staff. A post is
    for its own cases alone.
    """
    if person is None:
        return 0
    above = {code for area in areas for code in unit.directory.path(area)}
    ranks = (
        RANKS.index(grant.role)
        for grant in person.grants
        if grant.area in above and not grant.post
    )
    return max(ranks, default=-1) + 1


def cares(
    unit: Unit,
    person: Person,
    areas: Iterable[str],
) -> bool:
    """Whether somebody is of the staff of one of these areas."""
    return rank(unit, person, areas) > 0


async def _above(
    unit: Unit,
    person: Person,
    projects: Iterable[Listing],
) -> bool:
    """Whether somebody stands over all who carry these out."""
    for project in projects:
        keeper = await unit.people.get(project.keeper_id)
        theirs = rank(unit, keeper, project.areas)
        if rank(unit, person, project.areas) <= theirs:
            return False
    return True


async def look(
    scene: Scene,
    person: Person,
    listing: Listing,
) -> Found:
    """The listing with what this person is to it."""
    unit = scene.unit
    cared = cares(unit, person, listing.areas)
    if listing.kind is ListingKind.PROJECT:
        above = await _above(unit, person, (listing,))
        need = await unit.listings.get(listing.need_id)
        resource = await unit.listings.get(listing.resource_id)
        stands = Standing(cared, above)
        whose = of_project(listing, need, resource, person.id, stands)
        return Found(listing, whose, need, resource)
    running = await _running(unit, listing)
    above = bool(running) and await _above(unit, person, running)
    serving = listing.is_order and await serves(scene, person, listing)
    stands = Standing(cared, above, person.staff, serving)
    whose = of_listing(listing, person.id, stands)
    return Found(listing, whose, running=running)


async def _running(unit: Unit, listing: Listing) -> tuple[Listing, ...]:
    """What carries a need or a resource out."""
    listed = listing.kind in (ListingKind.NEED, ListingKind.RESOURCE)
    if not listed or listing.left == listing.capacity:
        return ()
    return tuple(await unit.listings.projects_with(listing.id))
