"""物业说要三百, 找了居委会, "the electrician comes on thursday": what those say or do whom a case
concerns, as who looks after it tells. Where something is broken it may be a case of its own.
"""

from __future__ import annotations

import re
from functools import cache

from handlers.texts.words import (
    anywhere,
    one_of,
)


def tells(
    said: str,
) -> bool:
    """Whether it begins with that, in a text of small letters."""
    if anywhere("words-gone-bad").search(said):
        return False
    return _told().match(said) is not None


def beside(
    said: str,
) -> str | None:
    """What else is said then; None where it is not told."""
    hit = _told().match(said) if tells(said) else None
    return said[hit.end() :] if hit else None


@cache
def _told() -> re.Pattern[str]:
    who = one_of("words-those", "words-party")
    fill = one_of("words-refusing-fill", "words-party-fill")
    says, turned = one_of("words-party-says"), one_of("words-turned-to")
    begins = rf"(?:{fill}\s*)*"
    return re.compile(
        rf"{begins}(?:{who}\s*(?:{fill}\s*)*{says}|{turned}\s*(?:{fill}\s*)*{who})",
        re.IGNORECASE,
    )
