"""A membership as somebody comes to it: whether they may do to it what they ask."""

from __future__ import annotations

from domain.members import (
    MAY,
    Member,
    MemberAct,
    MemberTerms,
    viewers,
)
from handlers.dialog.setup import Setup
from handlers.dialog.turn import Refused, Turn
from handlers.members.scope import path_of


def terms(setup: Setup) -> MemberTerms:
    """What the office has set. Raises Refused where there are no members here."""
    if setup.members is None:
        raise Refused("refuse-member-off")
    return setup.members


async def for_act(
    turn: Turn,
    member_id: int,
    act: MemberAct,
) -> Member:
    """The membership, if they may do this to it now. Raises Refused, with the same words for what
    is not there and for what is not theirs.
    """
    terms(turn.setup)
    member = await turn.unit.members.get(member_id)
    if member is None:
        raise Refused("refuse-member-gone")
    path = path_of(turn.unit.directory, member.area)
    if MAY[act].who not in viewers(turn.person, member, path):
        raise Refused("refuse-member-gone")
    if member.state not in MAY[act].states:
        state = turn.label(f"member-state-{member.state.value}")
        raise Refused("refuse-member-not-now", state=state)
    return member
