"""还没办好, 不要退回, "I won't take 0002": a carer says no to a step. Nothing is done, and it is
asked what shall become of the words.
"""

from __future__ import annotations

import re

from domain.reading.model import Reading
from domain.values.text import letters
from handlers.actions.carers import in_hand
from handlers.dialog.denied import denied
from handlers.dialog.turn import Turn
from handlers.texts.words import anywhere, asks

LONGEST = 40
"""Letters: whoever says more tells more (ours)."""
NUMBER = re.compile(r"(?:[a-z]{2}\d{2}-?)?\d+", re.IGNORECASE)
BESIDE = ("words-beside-no", "words-polite", "words-particles")


def says_no(text: str, names: tuple[str, ...] = ()) -> bool:
    """Whether that is all that the words say, with numbers of cases and names of staff; 还没接的
    are those of a listing.
    """
    if anywhere("words-list-between").search(text.strip()[-1:]):
        return False
    bare = NUMBER.sub(" ", text)
    for name in names:
        bare = bare.replace(name, " ")
    return letters(text) <= LONGEST and denied(bare, _steps)


def _steps(rest: str) -> bool:
    steps = ("words-act", "words-done", "words-fixed")
    return any(asks(key, rest, *steps, *BESIDE) for key in steps)


async def told(turn: Turn, reading: Reading) -> bool:
    """Whether it was that, of a case in their hands."""
    staff = turn.unit.directory.staff.values()
    if turn.event.media or not says_no(
        turn.event.text, tuple(one.name for one in staff)
    ):
        return False
    cases = await in_hand.in_hand(turn, reading)
    if cases:
        await in_hand.ask(turn, cases)
    return bool(cases)
