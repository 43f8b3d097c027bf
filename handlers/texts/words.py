"""Words that people may write, by key. They count in every language, since people mix them."""

from __future__ import annotations

import re
from functools import cache

from handlers.texts.sentences import LANGUAGES, label

AFTER = r"[\s,，。.!！?？、~～…;；:：]"
"""Signs after a word."""


@cache
def words(key: str) -> frozenset[str]:
    """The words of a text, in small letters; in the files they stand with spaces between, and `_`
    is a space within one.

    '-' stands where a language has none. Raises KeyError for an unknown key.
    """
    said = " ".join(label(language, key) for language in LANGUAGES)
    found = said.lower().split()
    return frozenset(one.replace("_", " ") for one in found) - {"-"}


def only(key: str, text: str, *others: str) -> bool:
    """Whether the text says nothing else than the words of this key or of others."""
    said = rf"\W*(?:{one_of(key, *others)}{AFTER}*)+\W*"
    return re.fullmatch(said, _plain(text)) is not None


def begins(key: str, text: str) -> bool:
    """Whether the text begins with one of these words, and a sign after it."""
    said = f"{one_of(key)}(?:{AFTER}|$)"
    return re.match(said, _plain(text)) is not None


@cache
def anywhere(key: str) -> re.Pattern[str]:
    """Any of these words in a text of small letters, the longest first."""
    longest_first = sorted(words(key), key=len, reverse=True)
    return re.compile("|".join(map(_whole, longest_first)))


def _whole(word: str) -> str:
    said = re.escape(word)
    return rf"(?<![a-z]){said}(?![a-z])" if word.isascii() else said


def _plain(text: str) -> str:
    return text.strip().lower().replace("’", "'")


@cache
def one_of(*keys: str) -> str:
    """A pattern of these words, with the particles that may follow them."""
    found = {word for key in keys for word in words(key)}
    longest_first = sorted(found, key=len, reverse=True)
    said = "|".join(map(re.escape, longest_first))
    particles = "".join(words("words-particles"))
    return f"(?:{said})(?![a-z'])[{particles}]*"
