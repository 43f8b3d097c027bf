"""Words that are written wrongly, spelt as those of a matter: "strret lite brokn"."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain

from domain.misspelt import SHORTEST, Misspelt
from domain.reading.mistaken import ORDINARY
from domain.reading.vocabulary import Vocabulary

LATIN = re.compile(r"[a-z]{4,}")
WORD = re.compile(r"[a-z]+")
SHORTHAND = {"lite": "light", "lites": "lights", "lamppost": "lamp post"}
"""What people write for short."""


def mended(text: str, vocabulary: Vocabulary) -> str:
    """The text in small letters, with each word that is nearly one of a matter spelt as that."""
    return WORD.sub(lambda found: _mended(found[0], vocabulary), text.lower())


@lru_cache(maxsize=4096)
def _mended(word: str, vocabulary: Vocabulary) -> str:
    """What people write is mostly what they wrote before; what training met is spelt so."""
    known = _words(vocabulary)
    met = word in vocabulary.weights.grams or word in _ordinary(vocabulary)
    if len(word) < SHORTEST or met or word in known.words:
        return SHORTHAND.get(word, word)
    return known.meant(word)


@lru_cache(maxsize=4)
def _words(vocabulary: Vocabulary) -> Misspelt:
    """The English words by which a matter is known."""
    named = [(*each.strong, *each.words) for each in vocabulary.catalogue]
    classes = (vocabulary.classes[one] for one in vocabulary.classes if one != ORDINARY)
    tables = (*vocabulary.told.values(), *classes)
    patterns = chain.from_iterable((*named, *tables))
    words = (word for one in patterns for word in LATIN.findall(one))
    return Misspelt(words, any_letter=True)


@lru_cache(maxsize=4)
def _ordinary(vocabulary: Vocabulary) -> frozenset[str]:
    """English words that are one slip away from one of a matter, and no slip."""
    return frozenset(vocabulary.classes.get(ORDINARY, ()))
