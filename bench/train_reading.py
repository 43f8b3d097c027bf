"""Trains the second opinion of `domain/reading`: linear weights over runs of letters, as JSON.

From the tuning rows of the own sentences, the examples beside this file and the words of the
categories. Three questions share one table: which category, which kind of talk, any danger.
"""

from __future__ import annotations

import json
import math
import random
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.understanding import OWN, Row, rows_of, split
from domain.reading.linear import (
    DANGER,
    NO_DANGER,
    TALK,
    UNIT,
    ZERO,
    Weights,
    grams,
    packed,
)
from domain.reading.model import Intent
from domain.reading.patterns import parse, words_of
from domain.reading.vocabulary import package_data, vocabulary
from domain.reading.words import plain

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE / "examples.toml"
TARGET = HERE.parent / "domain" / "reading" / "weights.json"
EPOCHS = 14
RATE = 0.25
SHRINK = 0.0005
LEAST = 3  # fifths; lighter weights are left out
MOST_BYTES = 295_000
FILED = (Intent.EMERGENCY, Intent.REPORT)
REPORT = TALK + Intent.REPORT
Learnt = dict[str, dict[str, float]]
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


def train(lessons: list[Lesson]) -> Learnt:
    """Per run of letters the weight for each label: softmax per question, plain steps."""
    labels: dict[str, set[str]] = defaultdict(set)
    for each in lessons:
        labels[each.question].update(each.right)
    table = {question: sorted(names) for question, names in labels.items()}
    weights: dict[str, Learnt] = {
        question: defaultdict(lambda: defaultdict(float)) for question in table
    }
    chance = random.Random(26)
    for epoch in range(EPOCHS):
        chance.shuffle(lessons)
        rate = RATE / (1 + epoch / 4)
        for each in lessons:
            _step(each, table[each.question], weights[each.question], rate)
    joined: Learnt = defaultdict(dict)
    for learnt in weights.values():
        for gram, row in learnt.items():
            joined[gram].update(row)
    return joined


def _step(
    each: Lesson,
    names: list[str],
    weights: Learnt,
    rate: float,
) -> None:
    scale = 1 / math.sqrt(len(each.grams))
    rows = [weights[gram] for gram in each.grams]
    sums = dict.fromkeys(names, 0.0)
    for row in rows:
        for name, value in row.items():
            sums[name] += value * scale
    top = max(sums.values())
    parts = {name: math.exp(value - top) for name, value in sums.items()}
    total = sum(parts.values())
    right = sum(parts[name] for name in each.right)
    for name in names:
        wanted = parts[name] / right if name in each.right else 0.0
        step = rate * each.weight * (wanted - parts[name] / total) * scale * 4
        if abs(step) > SHRINK:
            for row in rows:
                row[name] += step


def written(weights: Learnt) -> str:
    """As JSON, the lightest weights left out until it is small enough."""
    for row in weights.values():
        row[DANGER] = row.get(DANGER, 0.0) - row.pop(NO_DANGER, 0.0)
    names = sorted({name for row in weights.values() for name in row})
    at = {name: index for index, name in enumerate(names)}
    for least in range(LEAST, ZERO):
        grams = {}
        for gram, row in sorted(weights.items()):
            rounded = (
                (at[name], round(value * UNIT)) for name, value in sorted(row.items())
            )
            kept = [pair for pair in rounded if abs(pair[1]) >= least]
            if kept:
                grams[gram] = packed(kept)
        data = {"labels": names, "grams": grams}
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
        if len(text.encode()) <= MOST_BYTES:
            break
    return text


def main() -> None:
    lessons = [*of_examples(), *of_words()]
    for path in OWN:
        tuning, _ = split(rows_of(path))
        lessons += of_rows(tuning)
    print(
        len(lessons),
        "lessons",
        Counter(each.question for each in lessons),
    )
    TARGET.write_text(written(train(lessons)), encoding="utf-8")


if __name__ == "__main__":
    main()
