"""English words with one letter wrong, left out, doubled or out of its turn: strret, brokn, manhol.
Short ones are left as they are: they may be anything.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

SHORTEST = 5
WORD = re.compile(r"[a-z]+")
SHORTHAND = {"lite": "light", "lites": "lights", "lamppost": "lamp post"}
"""What people write for short."""


def mended(text: str, known: frozenset[str]) -> str:
    """The text in small letters, with each word that is nearly a known one spelt as that."""
    return WORD.sub(lambda found: _mended(found[0], known), text.lower())


@lru_cache(maxsize=4096)
def _mended(word: str, known: frozenset[str]) -> str:
    """What people write is mostly what they wrote before."""
    if len(word) < SHORTEST or word in known:
        return SHORTHAND.get(word, word)
    able = _by_letter(known).get(word[0], ())
    return next((one for one in able if _near(word, one)), word)


@lru_cache(maxsize=4)
def _by_letter(known: frozenset[str]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for word in sorted(known):
        if len(word) >= SHORTEST:
            found.setdefault(word[0], []).append(word)
    return found


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
