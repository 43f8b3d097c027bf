"""交警来了, "the police came": news of what was filed just before. It goes to whoever has it, and
one press makes another matter of it.
"""

from __future__ import annotations

from datetime import timedelta

from domain.reading.model import Reading
from domain.states import State
from handlers.actions.on_case.words import word_on_case
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.texts.words import anywhere, asks, plain

LATELY = timedelta(hours=1)
"""So long such words are of what was filed last (ours)."""

BESIDE = ("words-come-who", "words-polite", "words-nod")


async def told(turn: Turn, reading: Reading) -> bool:
    """Whether it was, of their newest report that is open, and went there."""
    said = turn.event.text
    if turn.person.staff or reading.danger or not alone(turn):
        return False
    if not asks("words-come-there", said, *BESIDE):
        return False
    if anywhere("words-come-who").search(plain(said)) is None:
        return False
    own = await turn.unit.cases.open_of(turn.person.id, 1)
    if not own or turn.unit.now - own[0].filed_at > LATELY:
        return False
    if own[0].state is State.RESOLVED:
        return False
    return await word_on_case(turn, own[0].id, matter=True)
