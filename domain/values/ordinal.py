"""The place in a list with which words begin: 第二个转给张强, "the last one tomorrow"."""

from __future__ import annotations

import re

from domain.values.numbers_said import leading
from domain.values.several import ORDINALS
from domain.values.text import (
    one_width,
    whole,
)

LAST = -1
MORE = re.compile(r"\s*(?:[,，、;；.。+&和跟与及到至~-]|and\b|to\b)?\s*")
IS = r"(?:(?:'s|\s+is)(?=\s))?"
PLACES = (
    re.compile(
        r"[那这]?(?:第|头(?=[一1]))\s*([0-9]{1,2}|[一二两三四五六七八九十]{1,3})"
        r"[个件条单项]的?"
    ),
    re.compile(rf"(?:the\s+)?({'|'.join(ORDINALS)})\s+(?:one|case)\b{IS}"),
    re.compile(rf"the\s+({'|'.join(ORDINALS)})$"),
)
LASTS = (
    re.compile(r"[那这]?最后[那这]?一?[个件条单项]的?"),
    re.compile(rf"(?:the\s+)?last\s+(?:one|case)\b{IS}"),
)
AROUND = " \t\n,，.。:：~～"


def ordinal(
    text: str,
) -> tuple[int, str]:
    """Counted from 1, LAST for the last one, and what is said of it; 0 and the words where they
    begin with none, or with several.
    """
    text = text.strip()
    said = one_width(text).lower().replace("’", "'")
    place, end = _at(said)
    behind = said[end:]
    several = _at(behind[_gap(behind) :])[0] if place else 0
    if not place or several:
        return 0, text
    return place, text[end:].strip(AROUND)


def without_place(
    text: str,
) -> str:
    """The words that whoever waits for it reads: without its number, or its place in a list."""
    behind = leading(text.strip()).rest
    return ordinal(behind)[1] or behind or text.strip()


def most(
    text: str,
) -> int:
    """The farthest place that the words name: so long a list has to be."""
    said = one_width(text).lower()
    hits = [hit for pattern in PLACES for hit in pattern.finditer(said)]
    return max((_place(hit[1]) for hit in hits), default=0)


def _place(
    word: str,
) -> int:
    spelt = word in ORDINALS
    return ORDINALS.index(word) + 1 if spelt else whole(word) or 0


def _at(
    said: str,
) -> tuple[int, int]:
    for pattern in PLACES:
        hit = pattern.match(said)
        if hit is not None:
            return _place(hit[1]), hit.end()
    ends = (pattern.match(said) for pattern in LASTS)
    hit = next(filter(None, ends), None)
    return (LAST, hit.end()) if hit else (0, 0)


def _gap(
    said: str,
) -> int:
    hit = MORE.match(said)
    return hit.end() if hit else 0
