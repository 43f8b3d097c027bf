"""Whether words tell that help was called, comes or is there: 救护车已经到了, "fire truck is there"."""

from __future__ import annotations

import re
from functools import cache

from handlers.texts.words import anywhere, words


@cache
def told() -> re.Pattern[str]:
    """Where that is told, and not asked, in a text of small letters."""
    whole, who, fill, comes = (
        anywhere(f"words-{key}").pattern
        for key in ("called", "rescuers", "rescuers-fill", "rescuers-come")
    )
    between = rf"\s*(?:(?:{fill})\s*)*"
    asked = "".join(words("words-rescuers-asked"))
    return re.compile(f"{whole}|(?:{who}){between}(?:{comes})(?![{asked}])")


def beside(said: str) -> str:
    """What else is said."""
    rest = told().sub(" ", said)
    return anywhere("words-help-comes").sub(" ", rest)
