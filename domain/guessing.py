"""What a filing is about, guessed from its words."""

from __future__ import annotations

import re
from functools import lru_cache

from domain.categories import (
    BY_CODE,
    CATEGORIES,
    HAZARD,
    HELP,
    OTHER,
    WISH,
    Category,
    of_kind,
)
from domain.kinds import Kind

WISHING = re.compile(
    r"^\W*(我?(好|真)?(希望|想要|盼着|许愿|心愿)|要是能|如果能"
    r"|i wish|i hope|i'd like|it would be (nice|great))",
    re.I,
)


def pattern_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """English words count as whole words, with a plural; Chinese ones wherever they stand."""
    parts = [
        rf"\b{re.escape(word)}s?\b" if word.isascii() else re.escape(word)
        for word in words
    ]
    longest_first = sorted(parts, key=len, reverse=True)
    return re.compile("|".join(longest_first) or r"(?!)", re.IGNORECASE)


PATTERNS = {category.code: pattern_of(category.words) for category in CATEGORIES}


def _weight(word: str) -> float:
    return len(word) / 3 if word.isascii() else len(word)


@lru_cache(maxsize=2048)
def ranked(text: str, kind: Kind | None = None) -> tuple[Category, ...]:
    """The categories whose words occur in `text`, likeliest first: more and longer words weigh
    more.

    Who begins with "I wish" means a wish, whatever it is about.
    """
    wanted = kind or (WISH if WISHING.match(text) else None)
    table = CATEGORIES if wanted is None else of_kind(wanted)
    scores = {category: _score(category, text) for category in table}
    hits = (category for category, score in scores.items() if score > 0)
    return tuple(sorted(hits, key=lambda category: -scores[category]))


def _score(category: Category, text: str) -> float:
    hits = {hit.casefold() for hit in PATTERNS[category.code].findall(text)}
    return sum(map(_weight, hits))


def guess(text: str, kind: Kind | None = None, photos: bool = False) -> Category:
    """The likeliest category. Without any hint a photo is a hazard and words alone are a call
    for help.
    """
    hits = ranked(text, kind)
    if hits:
        return hits[0]
    if kind is None and WISHING.match(text):
        return BY_CODE[OTHER[WISH]]
    return BY_CODE[OTHER[kind or (HAZARD if photos else HELP)]]


def alternatives(text: str, chosen: str, most: int = 3) -> list[Category]:
    """Up to `most` other categories to offer beside `chosen`: what the words hint at, then its
    kind's table.
    """
    kind = BY_CODE[chosen].kind
    pool = [*ranked(text, kind), *of_kind(kind)]
    others = dict.fromkeys(category for category in pool if category.code != chosen)
    return list(others)[:most]
