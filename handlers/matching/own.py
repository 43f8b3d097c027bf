"""What somebody ordered from the menu and took on, and what waits where they serve."""

from __future__ import annotations

from domain.matching.listing import Listing, ListingKind
from domain.matching.rights import ListingAct
from domain.messages import Choice
from handlers.casework import phrases
from handlers.dialog.turn import Turn
from handlers.matching.serving import SERVING, member_grids, serves
from handlers.matching.telling import data
from handlers.matching.wording import short
from handlers.texts.sentences import Safe

LONGEST_BUTTON = 18
MOST_WAITING = 6


async def own_lines(turn: Turn) -> tuple[list[Safe], list[list[Choice]]]:
    """What they ordered and took on, and what waits for somebody where they serve."""
    lines, rows = [], []
    mine = await turn.unit.listings.of_person(turn.person.id)
    for one in (*mine, *await _waiting(turn)):
        key = _key(turn, one)
        if not key:
            continue
        lines.append(
            turn.say(
                key,
                words=short(one.words),
            )
        )
        words = phrases.cut(one.words, LONGEST_BUTTON)
        rows.append(
            [
                Choice(
                    words,
                    data(ListingAct.SHOW, one),
                )
            ]
        )
    return lines, rows


def _key(turn: Turn, one: Listing) -> str:
    """What it is to them; '' for nothing that belongs here."""
    me = turn.person.id
    if one.is_order and one.whose_id == me:
        return "listing-ordered-waits" if one.left else "listing-ordered-taken"
    if one.is_order:
        return "listing-ordered-here"
    took = one.kind is ListingKind.PROJECT and one.keeper_id == me
    return "listing-taken-on" if took else ""


async def _waiting(turn: Turn) -> list[Listing]:
    """Orders of others that nobody has claimed, in the grids that they serve."""
    directory = turn.unit.directory
    grants = [grant.area for grant in turn.person.grants if grant.post in SERVING]
    rides = await member_grids(turn.scene, turn.person)
    areas = {*directory.below(grants), *rides}
    if not areas:
        return []
    found = await turn.unit.listings.open_in(
        ListingKind.NEED,
        sorted(areas),
    )
    theirs = [
        one
        for one in found
        if one.is_order
        and one.whose_id != turn.person.id
        and await serves(turn.scene, turn.person, one)
    ]
    return theirs[:MOST_WAITING]
