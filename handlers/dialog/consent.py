"""Yes and no while something is open: what is consent, what says nothing but "never mind"."""

from __future__ import annotations

import re
from functools import cache

from handlers.texts.words import only, words

SAYS_MORE = 2
"""Letters beside "never mind": from here on it is a change of mind (ours)."""

BETWEEN = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")


def consents(text: str) -> bool:
    """Whether it says yes, or "send it", and nothing else. A number is no consent."""
    return only("words-consent", BETWEEN.sub("", text))


def only_cancels(text: str) -> bool:
    """Whether it says nothing but that it is over: not "never mind, the lamp after all"."""
    said = text.strip().lower().replace("’", "'")
    left, count = _one_of("words-cancel").subn(" ", said)
    rest = _one_of("words-beside-cancel").sub(" ", left)
    return count > 0 and sum(letter.isalnum() for letter in rest) < SAYS_MORE


@cache
def _one_of(key: str) -> re.Pattern[str]:
    """Any of these words, the longest first."""
    found = sorted(words(key), key=len, reverse=True)
    return re.compile("|".join(map(_whole, found)))


def _whole(word: str) -> str:
    said = re.escape(word)
    return rf"(?<![a-z]){said}(?![a-z])" if word.isascii() else said
