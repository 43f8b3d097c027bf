"""English words with one letter wrong, left out, doubled or out of its turn: strret, brokn, manhol.
Short ones are left as they are: they may be anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SHORTEST = 5
WORD = re.compile(r"[a-z]+")
SHORTHAND = {"lite": "light", "lites": "lights", "lamppost": "lamp post"}
"""What people write for short."""


def mended(text: str, known: Iterable[str]) -> str:
    """The text in small letters, with each word that is nearly a known one spelt as that."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(known):
        by_letter.setdefault(word[0], []).append(word)
    return WORD.sub(lambda found: _mended(found[0], by_letter), text.lower())


def _mended(word: str, by_letter: dict[str, list[str]]) -> str:
    able = by_letter.get(word[0], [])
    if len(word) < SHORTEST or word in able:
        return SHORTHAND.get(word, word)
    near = (one for one in able if len(one) >= SHORTEST and _near(word, one))
    return next(near, word)


def _near(one: str, other: str) -> bool:
    """Whether one change of a letter, or of the turn of two, makes the one of the other."""
    if abs(len(one) - len(other)) > 1:
        return False
    begin = 0
    while one[begin : begin + 1] == other[begin : begin + 1] != "":
        begin += 1
    left, right = one[begin:], other[begin:]
    if left[1:] == right[1:] or left[1:] == right or left == right[1:]:
        return True
    return left[:2] == right[1::-1] and left[2:] == right[2:]
