"""接担, 办号了: what staff say as a voice input or a hurried thumb writes it. What is meant is put
in its place where it begins what is said, or ends it: 说不出理由 and 报修号 are other words.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from handlers.dialog.turn import Turn
from handlers.texts.words import (
    any_of,
    anywhere,
    words,
)

MEANS = "="
LONGEST = 20
"""Letters: whoever says more tells something (ours)."""


def mend(
    turn: Turn,
) -> None:
    text = turn.event.text
    if not turn.person.staff or text.isascii() or len(text) > LONGEST:
        return
    mended = put_right(text)
    if mended != text:
        turn.event = replace(turn.event, text=mended)


def put_right(text: str) -> str:
    """With what was meant in the place of what was written."""
    return _misheard().sub(lambda found: _meant()[found[0]], text)


@cache
def _misheard() -> re.Pattern[str]:
    begins = any_of(tuple(_pairs("words-misheard"))).pattern
    ends = any_of(tuple(_pairs("words-misheard-end"))).pattern
    behind = anywhere("words-misheard-behind").pattern
    other = "".join(words("words-misheard-not-after"))  # 已交到处里 names an office
    last = rf"(?<![{other}])(?:{ends})(?={behind}|\W|$)"
    return re.compile(rf"(?<!\w)(?:{begins})|(?<=\d)(?:{begins})|{last}")


@cache
def _meant() -> dict[str, str]:
    """By what is written, what is meant."""
    return _pairs("words-misheard") | _pairs("words-misheard-end")


def _pairs(key: str) -> dict[str, str]:
    told = (one.partition(MEANS) for one in words(key))
    return {written: meant for written, _, meant in told}
