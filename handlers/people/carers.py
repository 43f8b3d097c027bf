"""What somebody who looks after cases types in place of a command: how much they have, or what a
card's button says.
"""

from __future__ import annotations

from domain.reading.model import Intent, Reading
from handlers.actions.card_words import ENDS, labels
from handlers.dialog.turn import Turn
from handlers.lists import commands
from handlers.texts.words import only

ASKS = (Intent.STATUS, Intent.COMPLAINT_UNANSWERED)


async def of_carers(turn: Turn, reading: Reading) -> bool:
    """Whether it was answered with the list of what they carry."""
    if not turn.person.staff:
        return False
    said = turn.event.text
    if said.strip().rstrip(ENDS).casefold() in labels():
        turn.reply(turn.say("which-card"))
    elif not only("words-my-work", said) and not await _asks(turn, reading):
        return False
    await commands.mine(turn, "")
    return True


async def _asks(turn: Turn, reading: Reading) -> bool:
    """How far it is: who has filed nothing means what they carry."""
    own = await turn.unit.cases.open_of(turn.person.id, 1)
    return reading.intent in ASKS and not own
