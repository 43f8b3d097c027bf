"""Trains the second opinion of `domain/reading`: linear weights over runs of letters, as JSON.

From the tuning rows of the own sentences, the examples beside this file and the words of the
categories. The questions share one table: which category, which kind of talk, and whether there
is danger, haste or a secret.
Each is a logistic regression (scikit-learn, of the extra `bench`); docs/adr/0021.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bench.lessons import Lesson, of_examples, of_rows, of_words
from bench.sentences import OWN, rows_of, split
from domain.reading.linear import DANGER, NO, SECRET, UNIT, URGENT, ZERO, packed

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "domain" / "reading" / "weights.json"
# C of the regression: greater is freer
PENALTY = {DANGER: 10.0, URGENT: 6.0, SECRET: 6.0, "talk": 8.0, "category": 8.0}
FIRST = 0.7  # of a lesson's weight for the first of several right labels
RUN = 2.0  # what a run of letters counts before it is divided
LEAST = 4  # fifths; lighter ones are left out
TWICE = 2  # a run of letters in fewer lessons teaches only that one sentence
Learnt = dict[str, dict[str, float]]


def train(question: str, lessons: Sequence[Lesson]) -> tuple[Learnt, dict[str, float]]:
    """Per run of letters the weight for each label, and what each label has by itself."""
    table = DictVectorizer()
    rows, right, counts = [], [], []
    known = often(lessons)
    for each in lessons:
        value = RUN / each.spread
        found = known.intersection(each.grams)
        for label, share in zip(each.right, shares(len(each.right)), strict=True):
            rows.append(dict.fromkeys(sorted(found), value))
            right.append(label)
            counts.append(each.weight * share)
    model = LogisticRegression(C=PENALTY[question], max_iter=200)
    model.fit(table.fit_transform(rows), right, sample_weight=counts)
    labels, values, own = _as_labels(model)
    learnt: Learnt = defaultdict(dict)
    for gram, place in table.vocabulary_.items():
        for label, row in zip(labels, values, strict=True):
            learnt[gram][label] = float(row[place]) * RUN
    return learnt, dict(zip(labels, map(float, own), strict=True))


def often(lessons: Sequence[Lesson]) -> frozenset[str]:
    """The runs of letters that stand in more than one sentence."""
    different = {each.grams for each in lessons}
    counts = Counter(gram for grams in different for gram in grams)
    return frozenset(gram for gram, count in counts.items() if count >= TWICE)


def shares(labels: int) -> list[float]:
    """Of a lesson's weight for each right label; the first says the kind, so it has most."""
    if labels == 1:
        return [1.0]
    return [FIRST, *[(1 - FIRST) / (labels - 1)] * (labels - 1)]


def _as_labels(
    model: LogisticRegression,
) -> tuple[list[str], list[list[float]], list[float]]:
    """Two labels have one row of weights: it is for the second."""
    labels = list(map(str, model.classes_))
    if len(labels) == 2:
        yes = next(label for label in labels if NO + label in labels)
        sign = 1 if labels[1] == yes else -1
        return [yes], [sign * model.coef_[0]], [sign * model.intercept_[0]]
    return labels, list(model.coef_), list(model.intercept_)


def written(lessons: Sequence[Lesson]) -> str:
    """As JSON: the labels, what each has by itself, and the weights of the runs of letters."""
    questions: dict[str, list[Lesson]] = defaultdict(list)
    for each in lessons:
        questions[each.question].append(each)
    bias: dict[str, float] = {}
    kept: dict[str, dict[str, int]] = defaultdict(dict)
    for question, taught in sorted(questions.items()):
        learnt, own = train(question, taught)
        # how often a category was taught says nothing of how often it comes
        bias |= dict.fromkeys(own, 0.0) if question == "category" else own
        for gram, row in learnt.items():
            for label, value in row.items():
                fifths = round(value * UNIT)
                if abs(fifths) >= LEAST:
                    kept[gram][label] = max(-ZERO, min(ZERO - 1, fifths))
    used = Counter(name for row in kept.values() for name in row)
    # the first labels take the least memory
    names = sorted(bias, key=lambda name: (-used[name], name))
    at = {name: index for index, name in enumerate(names)}
    grams = {
        gram: packed((at[name], value) for name, value in sorted(row.items()))
        for gram, row in sorted(kept.items())
    }
    data = {
        "labels": names,
        "bias": [round(bias[name], 2) for name in names],
        "grams": grams,
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def lessons(without: slice | None = None) -> Iterator[Lesson]:
    """All lessons; `without` leaves some of the tuning rows of each file out, to try on them."""
    yield from of_examples()
    yield from of_words()
    for path in OWN:
        tuning, _ = split(rows_of(path))
        if without is not None:
            del tuning[without]
        yield from of_rows(tuning)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--try-on-a-third", action="store_true")
    parser.add_argument("--target", type=Path, default=TARGET)
    given = parser.parse_args()
    taught = list(lessons(slice(1, None, 3) if given.try_on_a_third else None))
    print(len(taught), "lessons", Counter(each.question for each in taught))
    given.target.write_text(written(taught), encoding="utf-8")


if __name__ == "__main__":
    main()
