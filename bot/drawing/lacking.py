"""What no font has: a square stands in its place, and a footnote says which sign it is."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

SQUARE = "□"
MOST = 12  # signs that are named
UNSEEN = ("Cc", "Cf")
"""Of controls nothing is seen, nor of what turns the direction or joins emoji."""


def seen(text: str) -> str:
    """The text on one line, without what nobody would see."""
    return "".join(c for c in " ".join(text.split()) if not _unseen(c)).strip()


def _unseen(c: str) -> bool:
    selects = "\ufe00" <= c <= "\ufe0f" or "\U000e0100" <= c <= "\U000e01ef"
    return selects or unicodedata.category(c) in UNSEEN


class Lacking:
    """Collects what the fonts lack while a picture or a page is drawn."""

    def __init__(self, has: Callable[[int], bool]) -> None:
        self._has = has
        self._found: dict[str, None] = {}

    def squared(self, text: str) -> str:
        """The text with a square for each sign that no font has."""
        return "".join(c if self._has(ord(c)) else SQUARE for c in seen(text))

    def drawable(self, text: str) -> str:
        """The same, for what is really drawn: the footnote will name these signs."""
        self._found |= dict.fromkeys(c for c in seen(text) if not self._has(ord(c)))
        return self.squared(text)

    @property
    def note(self) -> str:
        """'□ = U+20C3A, U+1F64F' in the order of appearance; '' where nothing was lacking."""
        named = [f"U+{ord(c):04X}" for c in self._found]
        if not named:
            return ""
        more = ", …" if len(named) > MOST else ""
        return f"{SQUARE} = {', '.join(named[:MOST])}{more}"
