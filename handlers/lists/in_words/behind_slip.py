"""不对，井盖给张强: an order behind a word that says that something was wrong. Where no step of
theirs is meant by it, the order stands for itself.
"""

from __future__ import annotations

from dataclasses import replace

from handlers.actions.carers import corrected
from handlers.actions.carers.card_words import Said
from handlers.dialog.turn import Turn
from handlers.lists.in_words import several

PASSED_ON = ("hand_on", "accept")
"""What nobody says to deny something."""


async def said(turn: Turn) -> Said:
    """The order of the line, else the one behind such a word, as if it had been said alone."""
    found = await several.said(turn)
    rest = "" if found.act else corrected.behind(turn)
    if not rest:
        return found
    whole, turn.event = turn.event, replace(turn.event, text=rest)
    meant = await several.said(turn)
    if meant.act in PASSED_ON:
        return meant
    turn.event = whole
    return found
