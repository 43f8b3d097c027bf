"""今天真冷 有没有热水, "so hot today, where can I drink": what is asked for behind a few words of
talk is a matter, and the talk is not all that is answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from domain.reading.model import Intent, Reading
from domain.reading.sentences import END
from handlers.dialog.turn import Turn
from handlers.filing.hearing import read_text
from handlers.texts.asking import questioned
from handlers.texts.words import any_of, anywhere, plain, words

ASKED = (Intent.REPORT, Intent.HOW_TO)
"""What it is heard as by itself: 哪里能歇会儿 asks how one gets there."""


def asks_for(turn: Turn, reading: Reading) -> bool:
    """Whether one of its sentences, alone, asks for what the whole was nearly heard as."""
    chat = reading.intent is Intent.CHAT and reading.category
    return bool(chat) and any(_asks(turn, reading, part) for part in _parts(turn))


def _asks(turn: Turn, reading: Reading, part: str) -> bool:
    seeks = anywhere("words-seeks").match(part) or questioned(part)
    if not seeks:
        return False
    found = read_text(turn, part)
    return found.intent in ASKED and found.category == reading.category


def _parts(turn: Turn) -> Iterator[str]:
    """What stands behind the end of a sentence, or begins as such a question does."""
    said = plain(turn.event.text)
    begins: Iterator[re.Match[str]] = any_of(words("words-seeks")).finditer(said)
    cuts = {hit.end() for hit in END.finditer(said)} | {hit.start() for hit in begins}
    for cut in sorted(cuts - {0}):
        yield said[cut:].strip()
