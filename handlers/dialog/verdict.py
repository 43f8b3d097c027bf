"""What words say of something that was answered: that it is as before, or all right but for what
lies beside it.
"""

from __future__ import annotations

import re
from functools import cache

from domain.values.stars import stars_first
from handlers.dialog.fixed import LONGEST, tells_fixed
from handlers.texts.words import anywhere, asks, only, words

SIGN = r"[,，。.!！?？;；、\n]|(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])"
"""What parts two clauses; a space within Chinese is a comma typed in a hurry."""


def may_be(text: str) -> bool:
    """Whether words may be one at all: what was answered is looked up for those alone, since that
    asks the database.
    """
    if stars_first(text) or parted(text) or only("words-thumbs-down", text):
        return True
    if any(
        asks(key, text, "words-polite") for key in ("words-so-so", "words-ask-later")
    ):
        return True
    return any(says(piece) is not None for piece in (text, *re.split(SIGN, text)))


def says(text: str) -> bool | None:
    """Whether these words say that it is solved; None where they say neither."""
    if as_before(text):
        return False
    return True if tells_fixed(text) else None


def as_before(text: str) -> bool:
    """Whether they tell, and do not ask, that nothing has become better."""
    said = _plain(text)
    asks = said.endswith(tuple(words("words-asks")))
    if asks or len(said) > LONGEST:
        return False
    return anywhere("words-as-before").search(said) is not None


def praises(text: str) -> bool:
    """Whether they say no more than that it is solved, or thanks."""
    return tells_fixed(text) or only("words-solved", text, "words-polite", "words-nod")


def parted(text: str) -> tuple[str, str] | None:
    """What is said of the thing itself, '' for nothing, and what of another one beside it; None
    where they do not say that the first is all right, but another one broken.
    """
    parts = _of_another(text)
    if parts is None:
        return None
    return parts if (praises(parts[0]) if parts[0] else _turns(text)) else None


def _of_another(text: str) -> tuple[str, str] | None:
    said = _plain(text)
    near = anywhere("words-beside-it").search(said)
    if near is None:
        return None
    ends = [joint.span() for joint in _joint().finditer(said, 0, near.start())]
    before, cut = ends[-1] if ends else (0, 0)
    if not anywhere("words-gone-bad").search(said, cut):
        return None
    first = anywhere("words-but").sub(" ", said[:before])
    return first.strip(" ,，。、"), text.strip()[cut:].strip()


def _turns(text: str) -> bool:
    """Whether a "but" stands in them."""
    return anywhere("words-but").search(_plain(text)) is not None


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(f"{SIGN}|{anywhere('words-but').pattern}")


def _plain(text: str) -> str:
    return text.strip().lower().replace("’", "'")
