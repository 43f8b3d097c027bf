"""给G01的骑手发个通知：明天停水, "tell the riders in G01: no water tomorrow": what goes to those of
one area, as /announce takes it.
"""

from __future__ import annotations

import re
from functools import cache

from handlers.casework.called import called
from handlers.dialog.turn import Turn
from handlers.texts.words import one_of

SIGNS = r"[\s,，。:：!！]*"
AREA = r"(?P<area>[^\s,，。:：]{2,12}?)"


def behind(
    turn: Turn,
    said: str,
) -> str | None:
    """The area and the words; None where it is nothing of the kind."""
    for form in _forms():
        hit = form.match(said)
        areas = called(turn.unit.directory, hit["area"]) if hit else []
        if hit is not None and len(areas) == 1:
            return f"{areas[0]} {hit['words'].strip()}"
    return None


def at_the_end(turn: Turn, words: str) -> str:
    """明天停水，G01: the area before the words, where nothing but that stands last."""
    head, _, last = words.replace(",", "，").rpartition("，")
    areas = called(turn.unit.directory, last.strip()) if head.strip() else []
    if len(areas) != 1:
        return words
    return f"{areas[0]} {words[: len(head)].strip()}"


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Chinese names the area before the riders, English behind them."""
    tell, give = one_of("words-announce-tell"), one_of("words-announce-give")
    whom, verb = one_of("words-announce-whom"), one_of("words-announce-verb")
    at, words = one_of("words-announce-at"), f"{SIGNS}(?P<words>.+)"
    forms = (
        rf"{give}\s*{AREA}\s*{whom}\s*{verb}{words}",
        rf"{tell}\s*{AREA}\s*{whom}(?:\s*{verb})?{words}",
        rf"{tell}\s*{whom}\s+{at}\s+{AREA}(?=[\s,:]){words}",
    )
    return tuple(re.compile(one, re.IGNORECASE | re.DOTALL) for one in forms)
