"""What somebody ordered from the menu, and what they took on."""

from __future__ import annotations

from domain.matching.listing import ListingKind
from domain.matching.rights import ListingAct
from domain.messages import Choice
from handlers.casework import phrases
from handlers.dialog.turn import Turn
from handlers.matching.telling import data, short
from handlers.texts.sentences import Safe

LONGEST_BUTTON = 18


async def own_lines(turn: Turn) -> tuple[list[Safe], list[list[Choice]]]:
    """What they ordered and what they took on."""
    lines, rows = [], []
    for one in await turn.unit.listings.of_person(turn.person.id):
        if one.is_order and one.whose_id == turn.person.id:
            key = "listing-ordered-waits" if one.left else "listing-ordered-taken"
        elif one.kind is ListingKind.PROJECT and one.keeper_id == turn.person.id:
            key = "listing-taken-on"
        else:
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
