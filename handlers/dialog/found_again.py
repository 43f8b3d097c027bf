"""Whether words tell that what was lost is there again, or whose it is has it: 失主来拿走了."""

from __future__ import annotations

from domain.values.text import letters
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, begins, plain

LOST = frozenset({"lost", "missing"})
"""The categories of what is lost or found."""

LONGEST = 40
"""Letters: whoever says more tells of another thing (ours)."""


def had_back(text: str) -> bool:
    """Whether they tell that, and neither ask nor deny it."""
    said = plain(text)
    if letters(said) > LONGEST or questioned(said):
        return False
    if anywhere("words-not-found").search(said):
        return False
    return handed_back(said) or anywhere("words-found").search(said) is not None


def handed_back(text: str) -> bool:
    """Whether whose it is has it."""
    return anywhere("words-handed-back").search(plain(text)) is not None


def of_any(text: str) -> bool:
    """Whether it names nothing that was found: 找到了 在我车后备箱."""
    return handed_back(text) or begins("words-found-back", text)
