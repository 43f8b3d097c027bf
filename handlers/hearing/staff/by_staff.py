"""Which danger the words of staff on a case tell of: that one is over is none, nor is whom to call
for something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from domain.acts import Act
from domain.draft import Draft
from domain.reading.model import Reading
from domain.values.ordinal import ordinal
from handlers.dialog.alone import line_of_staff
from handlers.dialog.fixed import bare, carried_out
from handlers.dialog.turn import Turn
from handlers.filing.hearing import read_text
from handlers.texts.words import anywhere, asks

LONGEST, MOST = 12, 20
"""Letters: whoever says more tells something; cases that are looked at (ours)."""


def reading_of(turn: Turn, words: str) -> Reading:
    """What they mean; of who is no staff the words as they stand."""
    if not turn.person.staff:
        return read_text(turn, words)
    said = _advice().sub(" ", words.lower())
    return read_text(turn, bare(said) if carried_out(said) else said)


def without_names(turn: Turn, reading: Reading) -> Reading:
    """What staff mean where but the name of a colleague, or a place in a list, makes a danger of
    it: 把李敏调到G02, 最后一个明天去.
    """
    if reading.danger is None or not turn.person.staff:
        return reading
    said = ordinal(turn.event.text)[1]
    for name in turn.unit.directory.staff_names.within(said):
        said = re.sub(re.escape(name), " ", said, flags=re.IGNORECASE)
    bare = read_text(turn, said)
    return bare if bare.danger is None else reading


async def meant(
    turn: Turn,
    reading: Reading,
    drafts: Sequence[Draft],
) -> Reading:
    """What staff mean by what only sounds like a danger; beside a form it may be of that."""
    reading = without_names(turn, reading)
    return reading if drafts else await not_replied(turn, reading)


async def not_replied(turn: Turn, reading: Reading) -> Reading:
    """他没回, while whoever reported a case in their hands was asked something: nobody is missing.
    Where they reported something themselves it may be of that.
    """
    if reading.danger is None or not line_of_staff(turn, LONGEST):
        return reading
    if not asks("words-not-replied", turn.event.text, "words-polite"):
        return reading
    own = await turn.unit.cases.open_of(turn.person.id, 1)
    carried = await turn.unit.cases.carried_by(turn.person.id, MOST)
    last = [await turn.unit.history.last_of(one.id) for one in carried]
    asked = any(line is not None and line.act is Act.ASK for line in last)
    if own or not asked:
        return reading
    return read_text(turn, anywhere("words-not-replied").sub(" ", turn.event.text))


@cache
def _advice() -> re.Pattern[str]:
    return re.compile(rf"(?:{anywhere('words-dial').pattern})\s*[0-9][0-9-]{{2,}}")
