"""是靠左边那盏, said right after a report was filed: which one it is. It goes with that report; a
press makes a matter of its own of it.
"""

from __future__ import annotations

from datetime import timedelta

from domain.case import Case
from domain.reading.model import Reading
from domain.things import things
from domain.values.text import letters
from handlers.actions.on_case.words import word_on_case
from handlers.dialog.fields import A_MATTER
from handlers.dialog.filed_last import filed_last
from handlers.dialog.turn import Turn
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere

LATELY = timedelta(minutes=10)
"""So long such words are for what was filed last (ours)."""

LONGEST = 30
"""Letters: whoever says more tells another matter (ours)."""


async def told(turn: Turn, reading: Reading) -> bool:
    """Whether it was that, and went there."""
    said = turn.event.text.strip().lower()
    if not 0 < letters(said) <= LONGEST or reading.danger or turn.event.media:
        return False
    asks = questioned(said)
    if asks or not anywhere("words-side").search(said):
        return False
    case = await filed_last(turn, LATELY)
    if case is None:
        return False
    return _of_it(case, reading, said) and await word_on_case(
        turn, case.id, matter=True
    )


def _of_it(case: Case, reading: Reading, said: str) -> bool:
    """Whether they name no other thing and tell of no other matter."""
    another = reading.report >= A_MATTER and reading.category != case.category
    return not another and things(said) <= things(case.words)
