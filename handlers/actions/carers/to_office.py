"""转城管, 派给环卫, "to sanitation": the case in hand shall go to an office, and no more is said.
That nobody is there is said by what hands it on.
"""

from __future__ import annotations

import re
from functools import lru_cache

from handlers.actions.carers.card_words import NOTHING, Said
from handlers.dialog.alone import line_of_staff
from handlers.dialog.turn import Turn
from handlers.texts.words import one_of, plain, words

LONGEST = 16
"""Letters: whoever says more tells something (ours)."""
ENDS = "。.！!～~ "


async def said(turn: Turn) -> Said:
    """What was said so; of which case is for whatever does it."""
    if not line_of_staff(turn, LONGEST):
        return NOTHING
    names = {one.name.casefold() for one in turn.unit.directory.offices}
    known = frozenset(filter(None, names | words("words-office-names")))
    text = plain(turn.event.text).strip(ENDS)
    hit = _line(known).fullmatch(text)
    return Said((), "hand_on", hit["whom"]) if hit else NOTHING


@lru_cache(maxsize=8)
def _line(names: frozenset[str]) -> re.Pattern[str]:
    whom = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    this = one_of("words-take", "words-this", "words-that-one")
    lead = one_of("words-hand-on", "words-hand-on-beside", "words-lets-them")
    tail = one_of("words-hand-on-tail", "words-they-do-it")
    return re.compile(rf"(?:{this}\s*)*{lead}\s*(?P<whom>{whom})(?:\s*{tail})*")
