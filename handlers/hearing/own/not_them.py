"""换个人来, 我怕张强, "don't send him again": whoever has an own case is not wanted there any more.
It goes to that case and past them, and is no matter of its own.
"""

from __future__ import annotations

from domain.case import Case
from domain.named import names
from domain.offices import (
    SOMEBODY,
    beside_unwanted,
    may_unwant,
    of_carer,
    plain,
    unwanted,
)
from domain.reading.model import Reading
from handlers.actions.on_case.words import word_on_case
from handlers.dialog.alone import alone
from handlers.dialog.fields import A_MATTER
from handlers.dialog.turn import Turn

LONGEST = 60
"""Letters: whoever says more tells of more than that (ours)."""
LITTLE = {True: 12, False: 4}
"""Letters, of English or not, that may stand beside it and tell nothing (ours)."""
LOOKED_AT = 3


async def said(turn: Turn, reading: Reading) -> bool:
    """Whether it was that, of the newest case that fits, and went there."""
    words = plain(turn.event.text)
    if not alone(turn) or len(words) > LONGEST or not may_unwant(words):
        return False
    own = await turn.unit.cases.open_of(turn.person.id, LOOKED_AT)
    case = next((one for one in own if _of(turn, one, words, reading)), None)
    return case is not None and await word_on_case(turn, case.id, matter=True)


def _of(turn: Turn, case: Case, words: str, reading: Reading) -> bool:
    """Whether they say it of whoever has the case, and no other wrong or matter."""
    carer = turn.unit.directory.staff.get(case.assignee_id or 0)
    if carer is None or carer.id == turn.person.id or reading.danger:
        return False
    named = names(words, carer.name)
    about = words.replace(plain(carer.name), SOMEBODY) if named else words
    rest = beside_unwanted(about)
    if not unwanted(about) or rest == about or of_carer(rest, alone=True):
        return False
    little = sum(map(str.isalnum, rest)) <= LITTLE[rest.isascii()]
    return little or reading.report < A_MATTER
