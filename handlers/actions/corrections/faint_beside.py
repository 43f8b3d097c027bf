"""保洁阿姨也跟我说了: told right after a report it is more of that, though letters hear a danger
in it, hardly and by no word. The numbers stand below it, and one press calls people
(docs/adr/0061).
"""

from __future__ import annotations

from datetime import timedelta

from domain.case import Case
from domain.draft import Draft
from domain.privacy import Privacy
from domain.reading.model import Reading
from domain.states import State
from domain.values.text import letters
from handlers.actions.emergencies import emergencies
from handlers.actions.on_case.words import word_on_case
from handlers.casework import whereabouts
from handlers.casework.spoken_of import hidden_from_carer
from handlers.dialog.alone import alone
from handlers.dialog.filed_last import filed_last
from handlers.dialog.turn import Turn
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, plain

JUST = timedelta(minutes=10)
"""So long what comes is rather of the report that was filed, or of which they heard (ours)."""

LONGEST = 40
"""Letters: whoever says more tells of something else (ours)."""


async def told(
    turn: Turn,
    reading: Reading,
    filings: list[Draft],
) -> bool:
    """Whether it went there."""
    if turn.person.staff or filings or not _may_be(turn, reading):
        return False
    if await emergencies.running(turn) is not None:
        return False
    case = await _lately(turn)
    if case is None or hidden_from_carer(turn.scene, case, turn.event.text):
        return False
    return await word_on_case(turn, case.id, matter=True, danger=reading.danger)


def _may_be(turn: Turn, reading: Reading) -> bool:
    danger, said = reading.danger, turn.event.text
    if danger is None or not danger.faint or not alone(turn) or questioned(said):
        return False
    if reading.privacy is not Privacy.OPEN or letters(said) > LONGEST:
        return False
    if anywhere("words-worse").search(plain(said)):
        return False  # of what got worse somebody may have come to harm
    found = whereabouts.find(turn.scene, said, turn.person)
    return not (found.sure or found.likely)


async def _lately(turn: Turn) -> Case | None:
    """What they filed just before, else the own open case of the last notice."""
    case = await filed_last(turn, JUST)
    if case is None:
        last = await turn.unit.offers.last(turn.private)
        if last is None or last.case_id is None or turn.unit.now - last.made_at > JUST:
            return None
        case = await turn.unit.cases.get(last.case_id)
    if case is None or case.filer_id != turn.person.id:
        return None
    return case if case.open or case.state is State.RESOLVED else None
