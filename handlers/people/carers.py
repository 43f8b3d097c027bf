"""What somebody who looks after cases types in place of a command: how much they have, or what a
card's button says.
"""

from __future__ import annotations

from functools import cache

from domain.offers import ICONS
from domain.reading.model import Intent, Reading
from handlers.casework.card_buttons import LAYOUT
from handlers.dialog.turn import Turn
from handlers.lists import commands
from handlers.texts.sentences import LANGUAGES, label
from handlers.texts.words import only

ASKS = (Intent.STATUS, Intent.COMPLAINT_UNANSWERED)
ENDS = "。.！!？?… "


async def of_carers(turn: Turn, reading: Reading) -> bool:
    """Whether it was answered with the list of what they carry."""
    if not turn.person.staff:
        return False
    said = turn.event.text
    if said.strip().rstrip(ENDS).casefold() in _labels():
        turn.reply(turn.say("which-card"))
    elif not only("words-my-work", said) and not await _asks(turn, reading):
        return False
    await commands.mine(turn, "")
    return True


async def _asks(turn: Turn, reading: Reading) -> bool:
    """How far it is: who has filed nothing means what they carry."""
    own = await turn.unit.cases.open_of(turn.person.id, 1)
    return reading.intent in ASKS and not own


@cache
def _labels() -> frozenset[str]:
    """What the buttons of a card say, in every language."""
    names = {name for rows in LAYOUT.values() for row in rows for name in row}
    keys = {"more-acts" if one == "more" else one.replace("_", "-") for one in names}
    found = [label(language, f"button-{key}") for language in LANGUAGES for key in keys]
    return frozenset(one.strip(ICONS).rstrip(ENDS).casefold() for one in found)
