"""Words that people may write, by key. They count in every language, since people mix them."""

from __future__ import annotations

from functools import cache

from handlers.texts.sentences import LANGUAGES, label


@cache
def words(key: str) -> frozenset[str]:
    """The words of a text, in small letters; in the files they stand with spaces between, and `_`
    is a space within one.

    '-' stands where a language has none. Raises KeyError for an unknown key.
    """
    said = " ".join(label(language, key) for language in LANGUAGES)
    found = said.lower().split()
    return frozenset(one.replace("_", " ") for one in found) - {"-"}
