"""Trains `domain/reading/alike.bin`: of which category English words speak, by what is like them.

    python -m bench.train_alike DIRECTIONS

DIRECTIONS is what `bench.write_directions` writes. Half a minute; docs/adr/0062.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from bench.lessons import REPORT, Lesson
from bench.train_reading import lessons, shares
from domain.reading.alike import HEAD_END, ZERO
from domain.reading.linear import UNIT
from domain.reading.meanings import words_of
from domain.reading.words import latin

TARGET = Path(__file__).resolve().parent.parent / "domain" / "reading" / "alike.bin"
FREEDOM = 10.0  # C of the regression: greater is freer
SAID = 2.0  # how long a direction is
RARE = 1e-3  # a word that is a greater part of all words says less
BESIDE = 0.6  # what it counts beside letters (ours: as the held-out rows have it)
CATEGORY, TALKED = "category", "talked"
Floats = npt.NDArray[np.float32]


class Directions:
    """Where words point, beside where all of them do; the common ones less far."""

    def __init__(self, path: Path, taught: Sequence[Lesson]) -> None:
        kept = np.load(path)
        self.words = list(map(str, kept["words"]))
        self.at = {word: place for place, word in enumerate(self.words)}
        rows: Floats = kept["rows"].astype(np.float32)
        rows -= rows.mean(axis=0)
        counts = Counter(word for each in taught for word in words_of(each.text))
        part = np.array([counts[word] / counts.total() for word in self.words])
        far = SAID * RARE / (RARE + part) / np.linalg.norm(rows, axis=1)
        self.rows = rows * far[:, None].astype(np.float32)

    def of(self, each: Lesson) -> Floats:
        """Where a lesson points."""
        places = [self.at[word] for word in words_of(each.text) if word in self.at]
        found: Floats = self.rows[places].sum(axis=0) / each.spread
        return found


def trained(path: Path) -> bytes:
    """What `Alike.read` reads: a byte for each word and category."""
    taught = [each for each in lessons() if latin(each.text) and _counts(each)]
    print(len(taught), "lessons")
    directions = Directions(path, taught)
    rows, right, weights = [], [], []
    for each in taught:
        labels = each.right if each.question == CATEGORY else (TALKED,)
        for label, share in zip(labels, shares(len(labels)), strict=True):
            rows.append(directions.of(each))
            right.append(label)
            weights.append(each.weight * share)
    model = LogisticRegression(C=FREEDOM, max_iter=300)
    model.fit(np.stack(rows), right, sample_weight=weights)
    codes = [code for code in map(str, model.classes_) if code != TALKED]
    learnt = model.coef_[model.classes_ != TALKED]
    fifths = np.round(UNIT * BESIDE * (directions.rows @ learnt.T))
    whole = np.clip(fifths, 1 - ZERO, ZERO - 1) + ZERO
    head = {
        "labels": codes,
        "words": " ".join(directions.words),
    }
    numbers: bytes = whole.astype(np.uint8).tobytes()
    return json.dumps(head).encode() + HEAD_END + numbers


def _counts(each: Lesson) -> bool:
    """Whether it tells of a category, or is talk and tells of none."""
    talked = each.question == "talk" and each.right != (REPORT,)
    return each.question == CATEGORY or talked


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directions", type=Path)
    given = parser.parse_args()
    TARGET.write_bytes(trained(given.directions))


if __name__ == "__main__":
    main()
