"""The patterns of a vocabulary, each with what it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from domain.reading.catalogue import Category
from domain.reading.model import Intent
from domain.reading.patterns import Pattern, parse
from domain.reading.vocabulary import Topic, Vocabulary

STRENGTH = {"strong": 4.0, "words": 2.0, "hints": 0.7}
"""How much a pattern weighs, by the column of the table in which it stands."""


def category_rows(
    categories: Iterable[Category],
) -> Iterator[tuple[Pattern, tuple[str, float]]]:
    for category in categories:
        if category.hidden:
            continue
        for strength, weight in STRENGTH.items():
            for text in dict.fromkeys(getattr(category, strength)):
                yield parse(text), (category.code, weight)


def told_rows(
    vocabulary: Vocabulary,
) -> Iterator[tuple[Pattern, tuple[str, float]]]:
    for code, texts in vocabulary.told.items():
        if not vocabulary.catalogue[code].hidden:
            for text in texts:
                yield parse(text), (code, STRENGTH["strong"])


def intent_rows(
    vocabulary: Vocabulary,
) -> Iterator[tuple[Pattern, tuple[Intent, float]]]:
    for intent, table in vocabulary.intents.items():
        for strength, texts in table.items():
            for text in dict.fromkeys(texts):
                yield parse(text), (intent, STRENGTH[strength])


def danger_rows(
    vocabulary: Vocabulary,
) -> Iterator[tuple[Pattern, tuple[Topic, bool]]]:
    for topic in vocabulary.topics:
        for text in (*topic.patterns, *topic.certain):
            yield parse(text), (topic, True)
        for text in topic.signs:
            yield parse(text), (topic, False)
