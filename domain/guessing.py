"""What a filing is about, guessed from its words, whoever may be in danger."""

from __future__ import annotations

from functools import lru_cache

from domain.kinds import Kind
from domain.reading.catalogue import Category
from domain.reading.danger import endangered
from domain.reading.engine import engine
from domain.reading.linear import opinion
from domain.reading.scores import HINTS_ALONE, decide, weigh
from domain.reading.vocabulary import Vocabulary, default_vocabulary
from domain.reading.words import plain


def ranked(
    text: str, kind: Kind | None = None, vocabulary: Vocabulary | None = None
) -> tuple[Category, ...]:
    """The categories whose words occur in `text`, likeliest first.

    Who begins with "I wish" means a wish, whatever it is about.
    """
    return _read(text, kind, vocabulary or default_vocabulary())[0]


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
    found, wanted = _read(text, kind, known)
    rest = wanted or (Kind.HAZARD if photos else Kind.HELP)
    return found[0] if found else known.catalogue.other(rest)


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


@lru_cache(maxsize=2048)
def _read(
    text: str, kind: Kind | None, vocabulary: Vocabulary
) -> tuple[tuple[Category, ...], Kind | None]:
    """The categories, and of which kind they have to be."""
    known = engine(vocabulary)
    scan = known.lexicon.scan(plain(text))
    wishing = any(name == "wishing" for name, _ in known.care.matches(scan))
    wanted = kind or (Kind.WISH if wishing else None)
    words = weigh(scan, known)
    letters = opinion(scan.text, vocabulary.weights)
    topic = endangered(scan, known, letters)
    if topic and vocabulary.catalogue[topic.category].kind is not Kind.HAZARD:
        topic = None  # what has happened to people is not what has to be mended
    best = decide(words, letters, known, topic, wanted, wanted or Kind.HELP).best
    named = {code for code, weight in words.items() if weight > HINTS_ALONE}
    named |= {topic.category} if topic else set()
    said = (code for code in best if code in named)
    return tuple(vocabulary.catalogue[code] for code in said), wanted
