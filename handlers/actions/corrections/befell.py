"""我扎了, "two more got flats": what the nails or the glass did of which a report tells that was
filed just before. It goes to whoever has it, and one press makes another matter of it.
"""

from __future__ import annotations

from datetime import timedelta

from domain.case import Case
from domain.reading.model import Reading
from domain.states import State
from domain.values.text import letters
from handlers.actions.emergencies.belonging import confides
from handlers.actions.on_case.words import word_on_case
from handlers.casework import whereabouts
from handlers.dialog.alone import alone
from handlers.dialog.filed_last import filed_last
from handlers.dialog.turn import Turn
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, plain

LATELY = timedelta(hours=1)
"""So long such words are of what was filed last (ours)."""

LONGEST = 30
"""Letters: whoever says more tells of another one (ours)."""


async def told(turn: Turn, reading: Reading) -> bool:
    """Whether it was, and went there."""
    said = plain(turn.event.text)
    if reading.danger or not alone(turn) or not 0 < letters(said) <= LONGEST:
        return False
    if anywhere("words-got-flat").search(said) is None or questioned(said):
        return False
    case = await _newest(turn, reading)
    if case is None:
        return False
    found = whereabouts.find(turn.scene, said, turn.person)
    if found.sure or found.likely:
        return False
    return await word_on_case(turn, case.id, matter=True)


async def _newest(turn: Turn, reading: Reading) -> Case | None:
    """What was filed last, where that was not long ago and is of what punctures."""
    case = await filed_last(turn, LATELY)
    if case is None or case.state is State.RESOLVED or confides(case, reading):
        return None
    return case if anywhere("words-sharp").search(plain(case.words)) else None
