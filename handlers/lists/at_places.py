"""The cases at the places of a page that are named. Where one is beyond it, all are the numbers of
cases: nobody means both in one breath. What is counted off, 前两个, is no number.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.values.several import counted_off
from handlers.actions.asking.commands import seen_as
from handlers.dialog.turn import Refused, Turn
from handlers.lists.kept import Listing


async def at_places(turn: Turn, listing: Listing, at: Sequence[int]) -> list[int]:
    """Their ids, in this order; places count from 1. Raises Refused where there is none."""
    if max(at) <= len(listing.shown):
        return [listing.shown[place - 1] for place in at]
    if counted_off(turn.event.text):
        raise Refused("refuse-tick-place", most=len(listing.shown))
    return [await _numbered(turn, listing, one) for one in at]


async def _numbered(turn: Turn, listing: Listing, serial: int) -> int:
    found = [case.id for case in await seen_as(turn, str(serial)) if case.open]
    if len(found) != 1:
        raise Refused("refuse-tick-place", most=len(listing.shown))
    return found[0]
