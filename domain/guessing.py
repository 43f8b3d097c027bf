"""What a filing is about, guessed from its words."""

from __future__ import annotations

from domain.kinds import Kind
from domain.reading.catalogue import Category
from domain.reading.model import Context
from domain.reading.read import read
from domain.reading.vocabulary import Vocabulary, default_vocabulary


def ranked(
    text: str, kind: Kind | None = None, vocabulary: Vocabulary | None = None
) -> tuple[Category, ...]:
    """The likeliest categories of words that report something; none for other words."""
    known = vocabulary or default_vocabulary()
    found = read(text, Context(kind=kind), known)
    return tuple(known.catalogue[code] for code in found.likely if found.report)


def guess(
    text: str,
    kind: Kind | None = None,
    photos: bool = False,
    vocabulary: Vocabulary | None = None,
) -> Category:
    """The likeliest category. Without any hint a photo is a hazard and words alone are a call
    for help.
    """
    known = vocabulary or default_vocabulary()
    found = read(text, Context(kind=kind, photos=photos), known)
    return known.catalogue[found.likely[0]]


def alternatives(
    text: str, chosen: str, most: int = 3, vocabulary: Vocabulary | None = None
) -> list[Category]:
    """Up to `most` other categories to offer beside `chosen`: what the words hint at, then its
    kind's table.
    """
    catalogue = (vocabulary or default_vocabulary()).catalogue
    kind = catalogue[chosen].kind
    pool = [*ranked(text, kind, vocabulary), *catalogue.of_kind(kind)]
    others = dict.fromkeys(category for category in pool if category.code != chosen)
    return list(others)[:most]
