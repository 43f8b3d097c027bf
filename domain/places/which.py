"""井盖旁边第二盏, "the one next to the bin": which of several is meant, and what is beside it."""

from __future__ import annotations

import re

_WHICH = re.compile(
    r"[那这第][一二三四五六七八九十两]?[盏个根块条片棵处座]|旁边|边上|对面|那[里儿边]|所以|因为"
    r"|\b(?:the (?:one|first|second|third|last|left|right)|next to|beside|opposite|across|behind"
    r"|near|because|since|so)\b",
    re.IGNORECASE,
)


def says_which(text: str) -> bool:
    """Whether a thing that is named may only say where another one is, or why it is so."""
    return _WHICH.search(text) is not None
