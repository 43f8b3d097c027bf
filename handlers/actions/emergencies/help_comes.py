"""Whether words tell that help was called or comes: 救护车已经到了, "the fire truck is there"."""

from __future__ import annotations

import re
from functools import cache

from handlers.texts.words import anywhere, words


@cache
def told() -> re.Pattern[str]:
    """Where that is told, and not asked, in a text of small letters."""
    keys = ("words-called", "words-rescuers", "words-rescuers-fill")
    whole, who, fill = (anywhere(key).pattern for key in keys)
    comes = anywhere("words-rescuers-come").pattern
    between = rf"\s*(?:(?:{fill})\s*)*"
    asked = "".join(words("words-rescuers-asked"))
    return re.compile(f"{whole}|(?:{who}){between}(?:{comes})(?![{asked}])")


def beside(said: str) -> str:
    """What else is said."""
    rest = told().sub(" ", said)
    return anywhere("words-help-comes").sub(" ", rest)
