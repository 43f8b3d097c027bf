"""In what capacity somebody looks at a listing, and whether it exists for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.matching.listing import Listing, ListingKind, ListingState


class ListingViewer(StrEnum):
    """In what capacity somebody looks at a listing. A CARER is of the staff of its area, STAFF of
    another one; a KEEPER filed it, or is in charge of the project: of an order whoever carries it
    out. Who is ABOVE stands over them in the area. A SERVER serves the grid in which something was
    ordered.
    """

    STRANGER = "stranger"
    KEEPER = "keeper"
    CARER = "carer"
    ABOVE = "above"
    OWNER = "owner"
    NEEDING = "needing"
    OFFERING = "offering"
    STAFF = "staff"
    SERVER = "server"


Viewers = frozenset[ListingViewer]

SEEN: dict[ListingViewer, frozenset[ListingState]] = {
    ListingViewer.STRANGER: frozenset(),
    ListingViewer.STAFF: frozenset({ListingState.OPEN}),
    ListingViewer.SERVER: frozenset({ListingState.OPEN}),
    ListingViewer.CARER: frozenset(ListingState) - {ListingState.DRAFT},
    ListingViewer.ABOVE: frozenset(),
    ListingViewer.KEEPER: frozenset(ListingState),
    ListingViewer.OWNER: frozenset(ListingState) - {ListingState.DRAFT},
    ListingViewer.NEEDING: frozenset(ListingState),
    ListingViewer.OFFERING: frozenset(ListingState),
}
"""In which states of a listing a viewer knows that it exists. The services of the menu are
everybody's.
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody is where a listing belongs: of its area's staff, above all who carry it out or
    keep it, of any staff, of those who serve there.
    """

    cares: bool = False
    above: bool = False
    staff: bool = False
    serves: bool = False


def of_listing(listing: Listing, person_id: int, stands: Standing) -> Viewers:
    """In what capacities somebody looks at a need, a resource or a service. Whose it is, is not of
    those who confirm or claim.
    """
    if listing.whose_id == person_id:
        return frozenset({ListingViewer.OWNER})
    found = set()
    if listing.keeper_id == person_id:
        found.add(ListingViewer.KEEPER)
    if stands.cares:
        found.add(ListingViewer.CARER)
    elif stands.staff and not listing.is_order:
        found.add(ListingViewer.STAFF)
    if stands.cares and stands.above:
        found.add(ListingViewer.ABOVE)
    if stands.serves and listing.is_order:
        found.add(ListingViewer.SERVER)
    return frozenset(found or {ListingViewer.STRANGER})


def of_project(
    project: Listing,
    need: Listing | None,
    resource: Listing | None,
    person_id: int,
    stands: Standing,
) -> Viewers:
    """The same of a project. Whoever speaks for both sides is needing nothing and confirms
    nothing; whoever speaks for one, or took on an order, is no carer of it. An order that is done
    is nobody's any more, but its project says for a while who may speak of it.
    """
    found = set()
    keeps = project.keeper_id == person_id
    needing = project.whose_id if project.whose_id is not None else need and need.side
    if keeps:
        found.add(ListingViewer.KEEPER)
    if resource is not None and resource.side == person_id:
        found.add(ListingViewer.OFFERING)
    elif needing == person_id:
        found.add(ListingViewer.NEEDING)
    elif stands.cares and not (keeps and need is not None and need.is_order):
        found.add(ListingViewer.CARER)
        if stands.above:
            found.add(ListingViewer.ABOVE)
    return frozenset(found or {ListingViewer.STRANGER})


def sees(viewers: Viewers, listing: Listing) -> bool:
    """Whether this listing exists for somebody who looks at it in these capacities."""
    if listing.kind is ListingKind.SERVICE and listing.state is ListingState.OPEN:
        return True
    return any(listing.state in SEEN[viewer] for viewer in viewers)
