"""A listing as somebody comes to it: whether they may do what they ask, and why not."""

from __future__ import annotations

from domain.matching.listing import ListingKind, ListingState
from domain.matching.rights import ListingAct, possible
from domain.matching.terms import Terms
from domain.matching.viewers import sees
from handlers.dialog.setup import Setup
from handlers.dialog.turn import Refused, Turn
from handlers.matching.looking import Found, look


def terms(setup: Setup) -> Terms:
    """What the office has set. Raises Refused where there are no lists here."""
    if setup.matching is None:
        raise Refused("refuse-listing-off")
    return setup.matching


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
    if not found.theirs(act):
        raise Refused(_not_theirs(found, act))
    if not possible(act, found.listing):
        raise _not_now(turn, found, act)
    return found


def _not_theirs(found: Found, act: ListingAct) -> str:
    """Why somebody may not do it; what another carries out is ended by them and by who stands over
    them alone.
    """
    ends = act in (ListingAct.CALL_OFF, ListingAct.WITHDRAW)
    project = found.listing.kind is ListingKind.PROJECT
    carried = found.running or (project and found.listing.state is ListingState.OPEN)
    return f"refuse-listing-{'in-hand' if ends and carried else 'not-yours'}"


def _not_now(turn: Turn, found: Found, act: ListingAct) -> Refused:
    taken = found.carried
    if act is ListingAct.CLAIM and taken is not None:
        mine = taken.keeper_id == turn.person.id
        return Refused(f"refuse-listing-claimed{'-already' if mine else ''}")
    state = turn.label(f"listing-state-{found.state}")
    return Refused("refuse-listing-not-now", state=state)
