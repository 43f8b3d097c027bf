"""谁负责这个, "who's in charge": of what they have open it is told how far it is, and with whom."""

from __future__ import annotations

from dataclasses import replace

from domain.reading.model import Intent, Reading
from handlers.contents import INTENTS
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.people.who_looks import ASKED, BESIDE
from handlers.texts.words import asks


async def asked(turn: Turn, reading: Reading) -> bool:
    """Whether a rider with an open case asked that, and nothing else."""
    if turn.person.staff or not alone(turn):
        return False
    if not asks(ASKED, turn.event.text, *BESIDE):
        return False
    if not await turn.unit.cases.open_of(turn.person.id, 1):
        return False
    await INTENTS[Intent.STATUS](turn, replace(reading, intent=Intent.STATUS))
    return True
