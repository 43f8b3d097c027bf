"""Trains the second opinion of `domain/reading`: linear weights over runs of letters, as JSON.

From the tuning rows of the own sentences, the examples beside this file and the words of the
categories. Three questions share one table: which category, which kind of talk, any danger.
"""

from __future__ import annotations

import json
import math
import random
from collections import Counter, defaultdict
from pathlib import Path

from bench.lessons import Lesson, of_examples, of_rows, of_words
from bench.sentences import OWN, rows_of, split
from domain.reading.linear import DANGER, NO_DANGER, UNIT, ZERO, packed

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "domain" / "reading" / "weights.json"
EPOCHS = 12
RATE = 0.25
SHRINK = 0.0005
LEAST = 3  # fifths; lighter weights are left out
MOST_BYTES = 295_000
Learnt = dict[str, dict[str, float]]


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
