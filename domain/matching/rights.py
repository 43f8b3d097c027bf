"""Who may do what to a listing and when: whoever gains does not confirm (facts, R0.2)."""

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
    SAY = "say"
    HOURS = "hours"
    THANK = "thank"


Viewers = frozenset[ListingViewer]


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
_IN_CHARGE = (ListingViewer.KEEPER, ListingViewer.ABOVE)
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
    ListingAct.SAY: _may((ListingViewer.KEEPER, ListingViewer.NEEDING), _PROJECT),
    ListingAct.WITNESS: _may((ListingViewer.CARER,), _PROJECT),
    ListingAct.HOURS: _may(
        (ListingViewer.NEEDING, ListingViewer.CARER),
        _PROJECT,
        ListingState.DONE,
    ),
    ListingAct.THANK: _may(
        (ListingViewer.NEEDING,),
        _PROJECT,
        ListingState.DONE,
    ),
    ListingAct.LATER: _may((ListingViewer.KEEPER,), _PROJECT),
    ListingAct.HAND_ON: _may(_IN_CHARGE, _PROJECT),
    ListingAct.CALL_OFF: _may(_IN_CHARGE, _PROJECT),
    ListingAct.ORDER: _may(tuple(ListingViewer), (ListingKind.SERVICE,)),
    ListingAct.CLAIM: _may((ListingViewer.SERVER,), (ListingKind.NEED,)),
}

IN_HAND: dict[ListingAct, Viewers] = {
    ListingAct.WITHDRAW: frozenset({*_IN_CHARGE, ListingViewer.OWNER}),
}
"""Whose an act is while somebody carries the listing out: a colleague ends nothing of theirs."""

OF_ORDERS = {
    ListingAct.CLAIM: True,
    ListingAct.MATCH: False,
    ListingAct.HAND_ON: False,
    ListingAct.SAY: True,
    ListingAct.HOURS: True,
    ListingAct.THANK: True,
}
"""An order is claimed, since its service is chosen already; any other need is matched. Whoever
took one on lets it go instead of handing it to a colleague, and talks to who ordered it by us.
"""

UNMET = frozenset({ListingAct.KEEP, ListingAct.CLAIM})
"""Acts on a need of which something is still wanted."""

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


def theirs(
    act: ListingAct,
    viewers: Viewers,
    *,
    order: bool,
    in_hand: bool,
) -> bool:
    """`order` is one that was ordered, or its project; `in_hand` while somebody carries a need or
    a resource out.
    """
    if order is not OF_ORDERS.get(act, order):
        return False
    who = IN_HAND.get(act, MAY[act].who) if in_hand else MAY[act].who
    return bool(who & viewers)


def possible(act: ListingAct, listing: Listing) -> bool:
    """Whether anybody may do this to it now."""
    if act in UNMET and listing.kind is ListingKind.NEED and not listing.left:
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
