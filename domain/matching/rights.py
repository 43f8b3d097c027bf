"""Who may do what to a listing and when: whoever gains does not confirm (facts, R0.2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.matching.listing import Listing, ListingKind, ListingState
from domain.matching.viewers import ListingViewer, Viewers


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
