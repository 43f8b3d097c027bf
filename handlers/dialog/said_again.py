"""Whether words say once more what was said already: 还是想要手套 after 想要一双手套."""

from __future__ import annotations

import re

from handlers.texts.words import anywhere

LONGEST = 30
"""Letters: whoever says more tells more (ours)."""
PIECE = re.compile(r"[a-z0-9'’]+|[^\W_a-z0-9]+")


def again(before: str, said: str) -> bool:
    """Whether each piece of it stood there, as it stands: 灯亮 is not said in 灯不亮."""
    plain = said.lower()
    if not before or len(plain) > LONGEST:
        return False
    pieces = PIECE.findall(anywhere("words-say-again").sub(" ", plain))
    return all(_stands(piece, before.lower()) for piece in pieces)


def _stands(piece: str, before: str) -> bool:
    """In Latin letters and figures only as a whole word."""
    if not piece.isascii():
        return piece in before
    return (
        re.search(rf"(?<![a-z0-9]){re.escape(piece)}(?![a-z0-9])", before) is not None
    )
