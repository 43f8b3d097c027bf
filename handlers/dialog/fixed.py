"""Whether words tell that something is all right again: 灯修好了, "it works again"."""

from __future__ import annotations

from handlers.texts.words import anywhere, words

LONGEST = 60
"""Letters: whoever says more tells more (ours)."""


def tells_fixed(text: str) -> bool:
    """Whether they tell that, and do not ask for it, deny it or want it."""
    said = anywhere("words-cancel").sub(" ", _plain(text))
    asks = said.rstrip().endswith(tuple(words("words-asks")))
    if asks or len(said) > LONGEST or anywhere("words-unfixed").search(said):
        return False
    return anywhere("words-fixed").search(said) is not None


def closes(text: str) -> bool:
    """Whether they say that nobody has to see to it any more."""
    said = _plain(text)
    return len(said) <= LONGEST and anywhere("words-close").search(said) is not None


def bare(text: str) -> str:
    """What else is said."""
    left = anywhere("words-cancel").sub(" ", _plain(text))
    return anywhere("words-fixed").sub(" ", left)


def _plain(text: str) -> str:
    return text.strip().lower().replace("’", "'")
