"""What a list shall be without: 不是垃圾的, 除了垃圾, "not rubbish", "everything but rubbish"."""

from __future__ import annotations

import re
from functools import cache

from handlers.texts.words import one_of, words

KEYS = "words-not-of-it", "words-all-but"


def what(said: str) -> str:
    """What is denied, '' where nothing is."""
    hit = _denying().fullmatch(said)
    return hit["what"].strip() if hit else ""


def begins(piece: str) -> bool:
    """Whether a word does so of what stands behind it: not, but."""
    return any(piece.lower() in words(key) for key in KEYS)


def only_denies(said: str) -> bool:
    """Whether that may be an answer as well: 不是垃圾 asks for no list, 除了垃圾 does."""
    return _denying(KEYS[:1]).fullmatch(said) is not None


@cache
def _denying(keys: tuple[str, ...] = KEYS) -> re.Pattern[str]:
    behind = one_of("words-all-but-behind")
    return re.compile(
        rf"{one_of(*keys)}\s*(?P<what>\S.*?)(?:{behind})?",
        re.IGNORECASE,
    )
