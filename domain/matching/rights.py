"""Who may do what to a listing and when: whoever gains does not confirm (facts, R0.2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.matching.listing import Listing, ListingKind, ListingState


class ListingViewer(StrEnum):
    """In what capacity somebody looks at a listing. A CARER is of the staff of its area, STAFF of
    another one; a KEEPER filed it, or is in charge of the project; a SERVER serves the grid in
    which something was ordered.
    """

    STRANGER = "stranger"
    KEEPER = "keeper"
    CARER = "carer"
    OWNER = "owner"
    NEEDING = "needing"
    OFFERING = "offering"
    STAFF = "staff"
    SERVER = "server"


class ListingAct(StrEnum):
    SHOW = "show"
    EDIT = "edit"
    PUBLISH = "publish"
    DROP = "drop"
    KEEP = "keep"
    WITHDRAW = "withdraw"
    MATCH = "match"
    FINISH = "finish"
    WITNESS = "witness"
    LATER = "later"
    HAND_ON = "hand_on"
    CALL_OFF = "call_off"
    ORDER = "order"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class May:
    """Whose act it is, of which kinds of listing, in which state."""

    who: frozenset[ListingViewer]
    kinds: frozenset[ListingKind]
    state: ListingState


def _may(
    who: tuple[ListingViewer, ...],
    kinds: tuple[ListingKind, ...],
    state: ListingState = ListingState.OPEN,
) -> May:
    return May(frozenset(who), frozenset(kinds), state)


_STAFF = (ListingViewer.KEEPER, ListingViewer.CARER)
_LISTED = (ListingKind.NEED, ListingKind.RESOURCE)
_PROJECT = (ListingKind.PROJECT,)

MAY: dict[ListingAct, May] = {
    ListingAct.EDIT: _may(
        (ListingViewer.KEEPER,),
        _LISTED,
        ListingState.DRAFT,
    ),
    ListingAct.PUBLISH: _may(
        (ListingViewer.KEEPER,),
        _LISTED,
        ListingState.DRAFT,
    ),
    ListingAct.DROP: _may(
        (ListingViewer.KEEPER,),
        _LISTED,
        ListingState.DRAFT,
    ),
    ListingAct.KEEP: _may((*_STAFF, ListingViewer.OWNER), _LISTED),
    ListingAct.WITHDRAW: _may((*_STAFF, ListingViewer.OWNER), _LISTED),
    ListingAct.MATCH: _may(_STAFF, (ListingKind.NEED,)),
    ListingAct.FINISH: _may((ListingViewer.NEEDING,), _PROJECT),
    ListingAct.WITNESS: _may((ListingViewer.CARER,), _PROJECT),
    ListingAct.LATER: _may((ListingViewer.KEEPER,), _PROJECT),
    ListingAct.HAND_ON: _may(_STAFF, _PROJECT),
    ListingAct.CALL_OFF: _may(_STAFF, _PROJECT),
    ListingAct.ORDER: _may(tuple(ListingViewer), (ListingKind.SERVICE,)),
    ListingAct.CLAIM: _may((ListingViewer.SERVER,), (ListingKind.NEED,)),
}

OF_ORDERS = {ListingAct.CLAIM: True, ListingAct.MATCH: False}
"""An order is claimed, since its service is chosen already; any other need is matched."""

SEEN: dict[ListingViewer, frozenset[ListingState]] = {
    ListingViewer.STRANGER: frozenset(),
    ListingViewer.STAFF: frozenset({ListingState.OPEN}),
    ListingViewer.SERVER: frozenset({ListingState.OPEN}),
    ListingViewer.CARER: frozenset(ListingState) - {ListingState.DRAFT},
    ListingViewer.KEEPER: frozenset(ListingState),
    ListingViewer.OWNER: frozenset(ListingState) - {ListingState.DRAFT},
    ListingViewer.NEEDING: frozenset(ListingState),
    ListingViewer.OFFERING: frozenset(ListingState),
}
"""In which states of a listing a viewer knows that it exists. The services of the menu are
everybody's.
"""

Viewers = frozenset[ListingViewer]


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody is where a listing belongs: of its area's staff, of any staff, of those who
    serve there.
    """

    cares: bool = False
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
    if stands.serves and listing.is_order:
        found.add(ListingViewer.SERVER)
    return frozenset(found or {ListingViewer.STRANGER})


def of_project(
    project: Listing,
    need: Listing | None,
    resource: Listing | None,
    person_id: int,
    cares: bool,
) -> Viewers:
    """The same of a project. Whoever speaks for both sides is needing nothing and confirms
    nothing; whoever speaks for one, or took on an order, is no carer of it.
    """
    found = set()
    keeps = project.keeper_id == person_id
    if keeps:
        found.add(ListingViewer.KEEPER)
    if resource is not None and resource.side == person_id:
        found.add(ListingViewer.OFFERING)
    elif need is not None and need.side == person_id:
        found.add(ListingViewer.NEEDING)
    elif cares and not (keeps and need is not None and need.is_order):
        found.add(ListingViewer.CARER)
    return frozenset(found or {ListingViewer.STRANGER})


def sees(viewers: Viewers, listing: Listing) -> bool:
    """Whether this listing exists for somebody who looks at it in these capacities."""
    if listing.kind is ListingKind.SERVICE and listing.state is ListingState.OPEN:
        return True
    return any(listing.state in SEEN[viewer] for viewer in viewers)


def theirs(act: ListingAct, viewers: Viewers) -> bool:
    return bool(MAY[act].who & viewers)


def possible(act: ListingAct, listing: Listing) -> bool:
    if act in OF_ORDERS and listing.is_order is not OF_ORDERS[act]:
        return False
    may = MAY[act]
    return listing.kind in may.kinds and listing.state is may.state


GAINS, OFFERS = "gains", "offers"
"""Why somebody may not confirm a match: it is their own need; they speak for the resource."""


def may_confirm(person_id: int, need: Listing, resource: Listing) -> str:
    """Why somebody of the need's staff may not confirm this match; '' where they may."""
    if need.whose_id == person_id:
        return GAINS
    return OFFERS if resource.side == person_id else ""
