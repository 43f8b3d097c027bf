"""Whoever had blocked us and is back hears how things stand: nothing reached them meanwhile."""

from __future__ import annotations

from handlers.actions.own import listed, own_and_followed
from handlers.actions.talk import done_lately
from handlers.dialog.turn import Turn
from handlers.texts.sentences import Safe

MOST_COUNTED = 100
START = "/start"


def begins(turn: Turn) -> bool:
    """Whether nothing else is said: then their cases come first, and the menu below them. What is
    said goes before it, as it may be an emergency.
    """
    return turn.event.text.strip().lower() == START


async def tell(turn: Turn) -> None:
    """What is open of theirs or was done lately, and how much they have in hand."""
    if not turn.unit.people.came_back(turn.private):
        return
    cases = await own_and_followed(turn)
    known = [case for case in cases if case.open or done_lately(turn, case)]
    lines = [turn.say("back-title"), *await _in_hand(turn)]
    if known or len(lines) > 1:
        listed(turn, Safe("\n".join(lines)), known)


async def _in_hand(turn: Turn) -> list[Safe]:
    if not turn.person.staff:
        return []
    carried = await turn.unit.cases.carried_by(turn.person.id, MOST_COUNTED)
    return [turn.say("back-in-hand", count=len(carried))] if carried else []
