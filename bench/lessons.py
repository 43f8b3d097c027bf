"""What the second opinion of `domain/reading` is taught: texts, and which labels are right."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.sentences import FILED, Row
from domain.reading.linear import DANGER, NO_DANGER, TALK, Weights, grams
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
    right: tuple[str, ...]
    question: str
    weight: float = 1.0


def lesson(
    text: str,
    right: Sequence[str],
    question: str,
    weight: float = 1.0,
) -> Lesson:
    return Lesson(
        tuple(sorted(grams(plain(text)))),
        tuple(right),
        question,
        weight,
    )


def of_rows(rows: Sequence[Row]) -> Iterator[Lesson]:
    """What the labelled sentences teach."""
    for row in rows:
        danger = DANGER if row.intent == Intent.EMERGENCY else NO_DANGER
        yield lesson(row.text, [danger], "danger")
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
            yield lesson(text, [REPORT], "talk", 0.4)
            if code not in DOUBTFUL:
                answer = DANGER if code in GRAVE else NO_DANGER
                yield lesson(text, [answer], "danger", 0.4)
    for intent, texts in data["talk"].items():
        for text in texts:
            yield lesson(text, [TALK + intent], "talk")
            yield lesson(text, [NO_DANGER], "danger", 0.3)
    for answer, label in (("yes", DANGER), ("no", NO_DANGER)):
        for text in data["danger"][answer]:
            yield lesson(text, [label], "danger")
            yield lesson(
                text,
                [REPORT],
                "talk",
                0.2 if label == DANGER else 0.0,
            )


def of_words() -> Iterator[Lesson]:
    """Each word of a category is a small lesson."""
    known = vocabulary(package_data(), Weights((), {}))
    for category in known.catalogue:
        for pattern in (*category.strong, *category.words):
            element = parse(pattern).elements[0]
            for word in list(words_of(element, known.classes))[:2]:
                yield lesson(word, [category.code], "category", 0.3)
