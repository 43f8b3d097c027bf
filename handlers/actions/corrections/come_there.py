"""交警来了, "the police came", 能碰面不: news of what was filed just before, and when somebody is
there. It goes to whoever has it, and one press makes another matter of it.
"""

from __future__ import annotations

from datetime import timedelta

from domain.reading.model import Reading
from domain.states import State
from domain.values.text import letters
from handlers.actions.on_case.words import word_on_case
from handlers.dialog.alone import alone
from handlers.dialog.filed_last import filed_last
from handlers.dialog.turn import Turn
from handlers.texts.words import anywhere, asks, plain

LATELY = timedelta(hours=1)
"""So long such words are of what was filed last (ours)."""

LONGEST = 40
"""Letters: whoever says more tells of another matter (ours)."""

BESIDE = ("words-come-who", "words-polite", "words-nod")


async def told(turn: Turn, reading: Reading) -> bool:
    """Whether it was, of their newest report that is open, and went there."""
    said = turn.event.text
    if turn.person.staff or reading.danger or not alone(turn):
        return False
    if not (_came(said) or _meets(said)):
        return False
    case = await filed_last(turn, LATELY)
    if case is None or case.state is State.RESOLVED:
        return False
    return await word_on_case(turn, case.id, matter=True)


def _came(said: str) -> bool:
    if not asks("words-come-there", said, *BESIDE):
        return False
    return anywhere("words-come-who").search(plain(said)) is not None


def _meets(said: str) -> bool:
    """Whether they say when somebody finds them there: 晚上七点后我在那 能碰面不."""
    short = letters(said) <= LONGEST
    return short and anywhere("words-meets").search(plain(said)) is not None
