"""越来越严重了: what is reported got worse. It goes to whoever has it, and one press makes another
matter of it.
"""

from __future__ import annotations

from domain.reading.model import Reading
from handlers.actions.emergencies.belonging import confides
from handlers.actions.on_case.words import word_on_case
from handlers.casework import got_worse, whereabouts
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.filing.hearing import SURE


async def told(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether it was, and went there."""
    said = turn.event.text
    if turn.person.staff or reading.danger or not alone(turn):
        return False
    case = await got_worse.of_which(turn.unit, turn.person.id, said, reading)
    if case is None or confides(case, reading):
        return False
    if reading.sure >= SURE and reading.category not in ("", case.category):
        return False  # my knee gets worse
    found = whereabouts.find(turn.scene, said, turn.person)
    if found.sure or found.likely:
        return False
    return await word_on_case(turn, case.id, matter=True)
