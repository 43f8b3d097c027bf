"""Which danger the words of staff on a case tell of: that one is over is none, nor is whom to call
for something else.
"""

from __future__ import annotations

import re
from functools import cache

from domain.reading.model import Reading
from domain.values.ordinal import ordinal
from handlers.dialog.fixed import bare, carried_out
from handlers.dialog.turn import Turn
from handlers.filing.hearing import read_text
from handlers.texts.words import anywhere


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


@cache
def _advice() -> re.Pattern[str]:
    return re.compile(rf"(?:{anywhere('words-dial').pattern})\s*[0-9][0-9-]{{2,}}")
