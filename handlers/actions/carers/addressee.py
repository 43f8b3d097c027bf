"""问井盖那件在哪一侧, "ask the manhole one which side": whose filer it is for is said by the thing
of their case. That is no part of what they read.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from domain.case import Case
from domain.things import WORDS
from domain.told_of import names
from handlers.texts.words import one_of

TO_FILER = ("ask", "tell")


class Addressed(NamedTuple):
    """What is done with the words, '' where that is not said, and the words."""

    act: str
    words: str


def to_filer_of(case: Case, said: str) -> Addressed:
    """Without what only says that they are for the filer of this case."""
    hit = _pattern().match(said)
    rest = said[hit.end() :].strip() if hit else ""
    if hit is None or not names(case, hit["thing"]) or sum(map(str.isalnum, rest)) < 2:
        return Addressed("", said)
    act = "ask" if hit["asks"] else "tell" if hit["tells"] else ""
    return Addressed(act, rest)


def bare(case: Case, act: str, said: str) -> str:
    """What somebody reads of the words of this act."""
    return to_filer_of(case, said).words if act in TO_FILER else said


@cache
def _pattern() -> re.Pattern[str]:
    thing = "|".join(sorted({word for word, _ in WORDS}, key=len, reverse=True))
    lead = (
        rf"(?:(?P<asks>{one_of('words-address-ask')})"
        rf"|(?P<tells>{one_of('words-address-tell')}))?\s*"
    )
    whom = rf"(?P<thing>(?:{thing})s?)\s*"
    marked = rf"{one_of('words-addressed')}\s*(?:{one_of('words-address-say')})?"
    open_end, the = rf"(?={one_of('words-address-open')})", one_of("words-address-the")
    return re.compile(
        rf"{lead}(?:{the})?\s*{whom}(?:{marked}|{open_end})[\s,，:：]*",
        re.IGNORECASE,
    )
