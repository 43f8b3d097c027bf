"""我说的是另一个, "i mean the other one": said of what was just told of one's cases. It is news of
none of them; all of them are shown, each with its presses.
"""

from __future__ import annotations

from domain.reading.model import Intent, Reading
from handlers.casework.awaited import unanswered
from handlers.contents import INTENTS
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.texts.words import asks

LOOKED_AT = 5


async def meant(turn: Turn, reading: Reading) -> bool:
    """Whether it was said, of several, and they were shown. Where somebody waits for an answer it
    may be that.
    """
    said = turn.event.text
    if turn.person.staff or not alone(turn):
        return False
    if not asks("words-other-one", said, "words-other-one-fill", "words-polite"):
        return False
    own = await turn.unit.cases.open_of(turn.person.id, LOOKED_AT)
    if len(own) < 2:
        return False
    for case in own:
        if await unanswered(turn.unit, case):
            return False
    await INTENTS[Intent.STATUS](turn, reading)
    return True
