"""接担, 办号了: what staff say as a voice input or a hurried thumb writes it. What is meant is put
in its place where it begins what is said, or ends it: 说不出理由 and 报修号 are other words.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from domain.values.read_out import in_figures
from handlers.dialog.turn import Turn
from handlers.texts.words import (
    any_of,
    anywhere,
    words,
)

MEANS = "="
LIKE = re.compile(
    r"(?<![A-Za-z0-9])(?=[oOlI]*[0-9])(?=[0-9]*[oOlI])[0oO][0-9oOlI]{3}(?![A-Za-z0-9])"
)
FIGURES = str.maketrans("oOlI", "0011")
LONGEST, LONGEST_NUMBERED = 20, 80
"""Letters: whoever says more tells something (ours)."""


def mend(
    turn: Turn,
) -> None:
    text = turn.event.text
    if not turn.person.staff or len(text) > LONGEST_NUMBERED:
        return
    mended = numbered(text)
    short = len(text) <= LONGEST
    if short and not text.startswith("/"):  # of a command that is mistyped one is asked
        mended = put_right(mended)
    if mended != text:
        turn.event = replace(turn.event, text=mended)


def numbered(text: str) -> str:
    """With noughts and ones in a case's number, where letters that look like them were written:
    O001, YH26-00l2; and with figures where they were spoken: 零零零二.
    """
    return LIKE.sub(lambda found: found[0].translate(FIGURES), in_figures(text))


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
