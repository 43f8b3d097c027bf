"""Several cases of the list that stands last in a chat, ticked by typing: by their places, by their
numbers, or all.
"""

from __future__ import annotations

import re

from domain.open_offers import TOGETHER
from domain.values.number import case_number
from domain.values.several import places
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Refused, Turn
from handlers.lists.kept import Listing, last, listing_of
from handlers.lists.presses import tick
from handlers.texts.words import only

BETWEEN = re.compile(r"[\s,，、;；]+")


async def asked(turn: Turn) -> bool:
    """Whether several were meant, and are ticked now."""
    listing = await shown(turn) if turn.person.staff else None
    if listing is None or not listing.shown:
        return False
    said = turn.event.text
    meant = list(listing.shown)
    if not only("words-tick-all", said):
        meant = await _numbered(turn, listing, said) or _placed(listing, said)
    if len(meant) < 2 and meant != list(listing.shown):
        return False
    await tick(turn, listing, meant)
    return True


async def shown(turn: Turn) -> Listing | None:
    """The list that was shown last, not long ago, unless a form was talked about since."""
    draft = await last(turn)
    if draft is None or turn.unit.now - draft.touched_at > TOGETHER:
        return None
    drafts = await open_drafts(turn)
    if drafts and drafts[-1].touched_at >= draft.touched_at:
        return None
    return listing_of(draft)


def _placed(listing: Listing, said: str) -> list[int]:
    """The cases at these places of the page. Raises Refused where there are not so many."""
    found = places(said)
    if any(place > len(listing.shown) for place in found):
        raise Refused("refuse-tick-place", most=len(listing.shown))
    return [listing.shown[place - 1] for place in found]


async def _numbered(turn: Turn, listing: Listing, said: str) -> list[int]:
    """The cases of the page with these numbers, where nothing else is said."""
    numbers = [case_number(one) for one in BETWEEN.split(said) if one]
    if not all(numbers):
        return []
    shown = [await turn.unit.cases.get(one) for one in listing.shown]
    return [case.id for case in shown if case and case.number in numbers]
