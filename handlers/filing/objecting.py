"""Whether words say that something is wrong: 不对, no, that's wrong."""

from __future__ import annotations

import re
from functools import cache

from handlers.texts.words import words

AFTER = r"[\s,，。.!！?？、~～…;；:：]"


def objects(text: str) -> bool:
    """Whether that is all they say."""
    return _pattern(whole=True).fullmatch(_plain(text)) is not None


def begins_so(text: str) -> bool:
    """Whether they begin by saying so: 不对，是东边那个."""
    return _pattern(whole=False).match(_plain(text)) is not None


def _plain(text: str) -> str:
    return text.strip().lower().replace("’", "'")


@cache
def _pattern(whole: bool) -> re.Pattern[str]:
    longest_first = sorted(words("words-wrong"), key=len, reverse=True)
    said = "|".join(map(re.escape, longest_first))
    particles = "".join(words("words-particles"))
    one = f"(?:{said})(?![a-z'])[{particles}]*"
    return re.compile(f"(?:{one}{AFTER}*)+" if whole else f"{one}(?:{AFTER}|$)")
