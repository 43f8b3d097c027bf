"""What belongs to an emergency though a report was begun since, or it is quiet there for long: who
comes, a telephone number, that the one who fell is awake.
"""

from __future__ import annotations

import re
from datetime import timedelta

from domain.case import Case
from domain.draft import Draft
from domain.kinds import Urgency
from domain.reading.model import Reading
from domain.values.text import letters
from handlers.actions.emergencies import emergencies, who_comes
from handlers.actions.emergencies.emergency_place import as_placed, spotted
from handlers.actions.on_case.confiding import BESIDE
from handlers.dialog.alone import alone
from handlers.dialog.fields import A_MATTER, attachments, words
from handlers.dialog.turn import Turn
from handlers.filing.hearing import read_text
from handlers.texts.words import anywhere, plain

TELEPHONE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
LONGEST = 30
"""Letters: whoever says more tells more (ours)."""
LATELY = timedelta(hours=6)
"""So long how somebody is tells of the emergency before (ours)."""
LOOKED_AT = 5


async def beside(turn: Turn, case: Case, draft: Draft) -> bool:
    """Whether it was for the people on it, and not for the report."""
    if who_comes.only_asked(turn):
        await who_comes.answer(turn, case)
        return True
    short = letters(turn.event.text) <= LONGEST and TELEPHONE.search(turn.event.text)
    if not short or draft.about.get(BESIDE) != case.id:
        return False
    await emergencies.add(turn, case)
    return True


def places(turn: Turn, case: Case, reading: Reading, draft: Draft) -> bool:
    """Whether it only says where, into a report that says nothing yet, while nobody knows where
    the emergency is: of the two that one waits for it.
    """
    known = as_placed(turn, case)
    blank = not (words(draft) or attachments(draft))
    bare = reading.report < A_MATTER and not turn.event.media
    waits = blank and not (known.place or known.place_words)
    return waits and bare and spotted(turn) is not None


async def came_round(turn: Turn) -> bool:
    """Whether it tells how somebody is of whose emergency nothing was said for a while."""
    said = plain(turn.event.text)
    told = anywhere("words-came-round")
    if not alone(turn) or letters(said) > LONGEST or not told.search(said):
        return False
    if read_text(turn, told.sub(" ", said)).danger is not None:
        return False
    case = await _lately(turn)
    if case is None or await emergencies.running(turn) is not None:
        return False
    await emergencies.add(turn, case)
    return True


async def _lately(turn: Turn) -> Case | None:
    cases = await turn.unit.cases.open_of(turn.person.id, LOOKED_AT)
    since = turn.unit.now - LATELY
    found = (
        one for one in cases if one.urgency is Urgency.URGENT and one.filed_at > since
    )
    return next(found, None)
