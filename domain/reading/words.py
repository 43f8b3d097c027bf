"""One way of writing: what is said is made plain, and shorthand in vocabularies is spelt out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from math import prod

from domain.values.simple import SPOKEN

PART = re.compile(r"\[([^\]]+)\](\??)|(.)(\??)", re.DOTALL)
IS = re.compile(
    r"\b([a-z]{3,})'s(?= (?:gone|been|all|dead|broken|out|down|off|not|stuck|leaking|missing"
    r"|blocked|too|so|really|still|full|loose|cracked|flooded|smashed|bent|about to|completely)\b)"
)
"""A contraction: the lift's dead."""
MIXED = 4
"""What is in Latin letters has at least so many times as many of them as of others (ours)."""
MOST_LETTERS = 8192  # that are known by heart
QUOTES = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "\u00a0": " ",
        "\u3000": " ",
    }
)


class Plain(dict[int, str]):
    """What each letter is made into; of those that were met lately it is known."""

    def __missing__(self, code: int) -> str:
        letter = chr(code).translate(QUOTES)
        made = unicodedata.normalize("NFKC", letter).lower()
        if len(self) >= MOST_LETTERS:
            self.clear()
        self[code] = (made if len(made) == 1 else letter).translate(SPOKEN)
        return self[code]


PLAIN = Plain()


def plain(text: str) -> str:
    """The text in lower case, half width and simplified letters, each in its position."""
    return text.lower() if text.isascii() else text.translate(PLAIN)


def latin(text: str) -> bool:
    """Whether it is in Latin letters but for a name of a place."""
    if text.isascii():
        return True
    return sum(not letter.isascii() for letter in text) * MIXED < len(text)


def spoken(text: str) -> str:
    """Plain, and each contraction as its two words."""
    said = plain(text)
    return IS.sub(r"\g<1> is", said) if "'" in said else said


def spelt(shorthand: str) -> Iterator[str]:
    """Every word that a shorthand stands for: 「掉[进到]河」 is two, 「来?气」 is 来气 and 气."""
    if "[" not in shorthand and "?" not in shorthand:
        yield shorthand
        return
    words = [""]
    for choice, maybe, letter, optional in PART.findall(shorthand):
        letters = list(choice or letter) + [""] * bool(maybe or optional)
        words = [word + each for word in words for each in letters]
    yield from words


def stands_for(shorthand: str) -> int:
    """How many words that are, before any is made."""
    parts = PART.findall(shorthand)
    return prod(len(one[0] or one[2]) + bool(one[1] or one[3]) for one in parts)


def alike(word: str, groups: dict[str, str]) -> Iterator[str]:
    """The word as it is often misheard: one letter changed for another of the same sound."""
    for at, letter in enumerate(word):
        for other in groups.get(letter, ""):
            if other != letter:
                yield word[:at] + other + word[at + 1 :]
