"""One way of writing: what is said is made plain, and shorthand in vocabularies is spelt out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from domain.values.simple import SPOKEN

PART = re.compile(r"\[([^\]]+)\](\??)|(.)(\??)", re.DOTALL)
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


@lru_cache(maxsize=8192)
def _plain(letter: str) -> str:
    made = unicodedata.normalize("NFKC", letter).lower()
    return (made if len(made) == 1 else letter).translate(SPOKEN)


def plain(text: str) -> str:
    """The text in lower case, half width and simplified letters, each in its position."""
    text = text.translate(QUOTES)
    if text.isascii():
        return text.lower()
    return "".join(map(_plain, text))


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


def alike(word: str, groups: dict[str, str]) -> Iterator[str]:
    """The word as it is often misheard: one letter changed for another of the same sound."""
    for at, letter in enumerate(word):
        for other in groups.get(letter, ""):
            if other != letter:
                yield word[:at] + other + word[at + 1 :]
