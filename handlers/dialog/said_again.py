"""Whether words say once more what was said already: 还是想要手套 after 想要一双手套."""

from __future__ import annotations

import re

from handlers.texts.words import anywhere

LONGEST = 30
"""Letters: whoever says more tells more (ours)."""
BETWEEN = r"[\W_]*"
PIECE = re.compile(r"[a-z0-9'’]+|[^\W_a-z0-9]+")


def again(before: str, said: str) -> bool:
    """Whether all of it stood there in one go, as it stands: 灯亮 is not said in 灯不亮, and the
    fourth is not the second.
    """
    plain = said.lower()
    if not before or len(plain) > LONGEST:
        return False
    pieces = PIECE.findall(anywhere("words-say-again").sub(" ", plain))
    whole = BETWEEN.join(map(_whole, pieces))
    return re.search(whole, before.lower()) is not None


def _whole(piece: str) -> str:
    """In Latin letters and figures only as a whole word."""
    said = re.escape(piece)
    return rf"(?<![a-z0-9]){said}(?![a-z0-9])" if piece.isascii() else said
