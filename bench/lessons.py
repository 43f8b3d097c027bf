"""What the second opinion of `domain/reading` is taught: texts, and which labels are right."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bench.sentences import FILED, Row
from domain.reading.engine import Engine, engine
from domain.reading.linear import (
    DANGER,
    NO,
    SECRET,
    TALK,
    URGENT,
    Weights,
    grams,
    spread,
    triples,
)
from domain.reading.model import Intent
from domain.reading.patterns import parse, words_of
from domain.reading.vocabulary import package_data, vocabulary
from domain.reading.words import plain

EXAMPLES = Path(__file__).resolve().parent / "examples.toml"
REPORT = TALK + Intent.REPORT
GRAVE = frozenset({"rescue", "crisis", "missing"})
DOUBTFUL = frozenset({"accident", "health", "security"})  # with danger and without


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text, one question's labels, and which of them are right."""

    grams: tuple[str, ...]
    spread: float  # by which the weights are divided
    right: tuple[str, ...]
    question: str
    text: str
    weight: float = 1.0


def lesson(
    text: str,
    right: Sequence[str],
    question: str,
    weight: float = 1.0,
) -> Lesson:
    said = plain(text)
    found = grams(said)
    more = clues(said) | triples(said) if question == DANGER else set()
    return Lesson(
        tuple(sorted(found | more)),
        spread(found),
        tuple(right),
        question,
        said,
        weight,
    )


@lru_cache(maxsize=1)
def _known() -> Engine:
    return engine(vocabulary(package_data(), Weights((), {})))


def clues(said: str) -> set[str]:
    """The classes of words that are there."""
    return set(_known().clues & _known().lexicon.scan(said).present)


def of_rows(rows: Sequence[Row]) -> Iterator[Lesson]:
    """What the labelled sentences teach."""
    for row in rows:
        yield _whether(DANGER, row.intent == Intent.EMERGENCY, row.text)
        if row.intent != Intent.EMERGENCY:
            yield _whether(URGENT, row.urgency == URGENT, row.text)
        yield _whether(SECRET, row.privacy == "confidential", row.text)
        filed = row.intent in FILED
        meant = REPORT if filed else TALK + row.intent
        yield lesson(row.text, [meant], "talk", 1.0 if filed else 2.0)
        if filed:
            yield lesson(row.text, row.codes, "category")


def of_examples() -> Iterator[Lesson]:
    """What the examples teach."""
    data = tomllib.loads(EXAMPLES.read_text("utf-8"))
    for code, texts in data["categories"].items():
        for text in texts:
            yield lesson(text, [code], "category")
            yield lesson(text, [REPORT], "talk", 0.15)
            if code not in DOUBTFUL:
                yield _whether(DANGER, code in GRAVE, text, 0.4)
    for intent, texts in data["talk"].items():
        for text in texts:
            yield lesson(text, [TALK + intent], "talk")
            yield _whether(DANGER, False, text, 0.3)
    for answer in ("yes", "no"):
        for text in data["danger"][answer]:
            yield _whether(DANGER, answer == "yes", text)
            if answer == "yes":
                yield lesson(text, [REPORT], "talk", 0.2)


def _whether(
    question: str,
    yes: bool,
    text: str,
    weight: float = 1.0,
) -> Lesson:
    return lesson(text, [question if yes else NO + question], question, weight)


def of_words() -> Iterator[Lesson]:
    """Each word of a category is a small lesson."""
    known = _known().vocabulary
    for category in known.catalogue:
        for pattern in (*category.strong, *category.words):
            element = parse(pattern).elements[0]
            for word in list(words_of(element, known.classes))[:2]:
                yield lesson(word, [category.code], "category", 0.3)
