"""最早的那件, "the oldest one", 最先到期的: the one case that stands first, as its card. What one
carries comes before what else is open in one's areas.
"""

from __future__ import annotations

from domain.case import Case
from domain.reading.model import Reading
from domain.wanted import EVERYTHING
from handlers.actions.asking import commands
from handlers.dialog.alone import line_of_staff
from handlers.dialog.turn import Turn
from handlers.lists.found import found
from handlers.texts.words import asks

LONGEST = 30
"""Letters: whoever says more tells something (ours)."""
BESIDE = (
    "words-oldest-fill",
    "words-polite",
)


async def asked(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether it was asked for, and there is one."""
    if not line_of_staff(turn, LONGEST):
        return False
    said = turn.event.text
    oldest = asks("words-oldest", said, *BESIDE)
    if not (oldest or asks("words-soonest", said, *BESIDE)):
        return False
    cases = await _theirs(turn)
    if not cases:
        return False
    first = min(cases, key=_filed) if oldest else cases[0]
    await commands.case(turn, first.number)
    return True


async def _theirs(
    turn: Turn,
) -> list[Case]:
    """The soonest due first."""
    cases, _ = await found(turn, EVERYTHING)
    own = [one for one in cases if one.assignee_id == turn.person.id]
    return own or cases


def _filed(
    case: Case,
) -> tuple[float, int]:
    return case.filed_at.timestamp(), case.id
