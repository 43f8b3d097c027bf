"""Who may do what to a listing and when: whoever gains does not confirm (facts, R0.2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.matching.listing import Listing, ListingKind, ListingState


class ListingViewer(StrEnum):
    """In what capacity somebody looks at a listing. A CARER is of the staff of its area, STAFF of
    another one; a KEEPER filed it, or is in charge of the project.
    """

    STRANGER = "stranger"
    KEEPER = "keeper"
    CARER = "carer"
    OWNER = "owner"
    NEEDING = "needing"
    OFFERING = "offering"
    STAFF = "staff"


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
    CALL_OFF = "call_off"


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
    ListingAct.CALL_OFF: _may(_STAFF, _PROJECT),
}

SEEN: dict[ListingViewer, frozenset[ListingState]] = {
    ListingViewer.STRANGER: frozenset(),
    ListingViewer.STAFF: frozenset({ListingState.OPEN}),
    ListingViewer.CARER: frozenset(ListingState) - {ListingState.DRAFT},
    ListingViewer.KEEPER: frozenset(ListingState),
    ListingViewer.OWNER: frozenset(ListingState) - {ListingState.DRAFT},
    ListingViewer.NEEDING: frozenset(ListingState),
    ListingViewer.OFFERING: frozenset(ListingState),
}
"""In which states of a listing a viewer knows that it exists."""

Viewers = frozenset[ListingViewer]


def of_listing(listing: Listing, person_id: int, cares: bool, staff: bool) -> Viewers:
    """In what capacities somebody looks at a need, a resource or a service. `cares` says whether
    they are of the staff of its area, `staff` of any. Whose it is, is not of those who confirm.
    """
    if listing.whose_id == person_id:
        return frozenset({ListingViewer.OWNER})
    found = set()
    if listing.keeper_id == person_id:
        found.add(ListingViewer.KEEPER)
    if cares:
        found.add(ListingViewer.CARER)
    elif staff:
        found.add(ListingViewer.STAFF)
    return frozenset(found or {ListingViewer.STRANGER})


def of_project(
    project: Listing,
    need: Listing | None,
    resource: Listing | None,
    person_id: int,
    cares: bool,
) -> Viewers:
    """The same of a project. Whoever speaks for both sides is needing nothing and confirms
    nothing; whoever speaks for one is no carer of it.
    """
    found = set()
    if project.keeper_id == person_id:
        found.add(ListingViewer.KEEPER)
    if resource is not None and resource.side == person_id:
        found.add(ListingViewer.OFFERING)
    elif need is not None and need.side == person_id:
        found.add(ListingViewer.NEEDING)
    elif cares:
        found.add(ListingViewer.CARER)
    return frozenset(found or {ListingViewer.STRANGER})


def sees(viewers: Viewers, state: ListingState) -> bool:
    """Whether this listing exists for somebody who looks at it in these capacities."""
    return any(state in SEEN[viewer] for viewer in viewers)


def theirs(act: ListingAct, viewers: Viewers) -> bool:
    return bool(MAY[act].who & viewers)


def possible(act: ListingAct, listing: Listing) -> bool:
    may = MAY[act]
    return listing.kind in may.kinds and listing.state is may.state


GAINS, OFFERS = "gains", "offers"
"""Why somebody may not confirm a match: it is their own need; they speak for the resource."""


def may_confirm(person_id: int, need: Listing, resource: Listing) -> str:
    """Why somebody of the need's staff may not confirm this match; '' where they may."""
    if need.whose_id == person_id:
        return GAINS
    return OFFERS if resource.side == person_id else ""
