"""A small linear model over letters: a second opinion beside the table of words."""

from __future__ import annotations

import json
import math
import re
import string
import struct
from collections.abc import Iterable, Mapping, Set, Sized
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import add

from domain.reading.alike import alike
from domain.reading.meanings import danger_meant, words_of
from domain.reading.words import latin

LONGEST = 100  # letters of a message that are looked at
UNIT = 5  # weights are whole fifths
SIGNS = string.digits + string.ascii_letters
VALUES = {sign: value for value, sign in enumerate(SIGNS)}
LANE = 16  # bits a label
HALF = 1 << 15  # what is added to a sum of weights, so that it is never below nothing
ZERO = 31  # the sign of a weight of nothing
FEWEST = 16  # runs of letters; of fewer each is no surer than of so many
STEM = 5  # letters of a Latin word that say most of it
GRAMS, END = b'"grams":{', b"}}"
ROW = re.compile(rb'("(?:[^"\\]|\\.)+"):"([0-9A-Za-z]+)"(?:,|(?=\}))')
WORD = re.compile(r"[a-z']+|[0-9]")
TALK = "talk:"  # before an intent: how far it is that, and no report
DANGER = "danger"
URGENT = "urgent"
SECRET = "secret"  # a label of the model  # noqa: S105  # nosec B105
OF_LETTERS, OF_MEANINGS, OF_BOTH = 0.7, 0.45, -0.1
"""What each opinion counts (ours: of sentences that neither was taught it missed the fewest at as
many alarms)."""

IN_DOUBT = (-5.5, 4.5)
"""Where letters may be wrong of a danger in Latin words, so that meanings are asked too."""

LEAST, MORE = -2.75, 2.5
"""Meanings raise what letters say by at most `MORE`, and lower it to `LEAST` at most: below that
nobody believes what a pattern names (`UNLIKELY` in `danger.py`)."""

TOGETHER = 0.8
"""Letters and what is like them say partly the same: both are less sure than their sum (ours: a
third less, and nobody is asked; as much, and what is only talk is a crisis)."""

NO = "no"  # before one of these: the other answer to a question of yes or no


@dataclass(frozen=True, slots=True)
class Weights:
    """Per run of letters one number that holds a weight in fifths for each label, side by side.

    Label n has the 16 bits from 16n on, so that adding two numbers adds all labels at once.
    """

    labels: tuple[str, ...]
    grams: Mapping[str, int]
    bias: tuple[float, ...] = ()

    def of(self, gram: str, label: str) -> int:
        """What this run of letters weighs for a label, in fifths; 0 where it is not known."""
        if gram not in self.grams or label not in self.labels:
            return 0
        at = LANE * self.labels.index(label)
        shifted = (self.grams[gram] + halves(len(self.labels))) >> at
        return (shifted & (2 * HALF - 1)) - HALF

    @classmethod
    def read(cls, text: bytes) -> Weights:
        """From the JSON that training wrote: `labels`, `bias`, and at last `grams` in shorthand.

        Per run of letters two signs a label: which one it is, and its weight. Read run by run: all
        at once it takes twice the memory for a moment, which a process does not give back.
        """
        head, _, rows = text.partition(GRAMS)
        data = json.loads(head + GRAMS + END)
        if not isinstance(data["labels"], list):
            raise ValueError("weights: labels are wanted")
        return cls(tuple(data["labels"]), _grams(rows), _numbers(data["bias"]))


def _grams(rows: bytes) -> dict[str, int]:
    """Raises ValueError where something else stands between the rows, or behind them."""
    known: dict[bytes, int] = {}
    found: dict[str, int] = {}
    end = 0
    while (row := ROW.match(rows, end)) is not None:
        gram, signs = row.groups()
        if signs not in known:
            known[signs] = unpacked(signs.decode())
        found[json.loads(gram) if b"\\" in gram else gram[1:-1].decode()] = known[signs]
        end = row.end()
    if rows[end:].strip() != END:
        raise ValueError(f"weights: no run of letters at {rows[end : end + 40]!r}")
    return found


def _numbers(values: object) -> tuple[float, ...]:
    if not isinstance(values, list):
        raise ValueError("weights: what labels have by themselves is wanted")
    return tuple(map(float, values))


def unpacked(signs: str) -> int:
    """The weights of two signs each, side by side."""
    pairs = zip(signs[::2], signs[1::2], strict=True)
    return sum(
        (VALUES[weight] - ZERO) << (LANE * VALUES[label]) for label, weight in pairs
    )


@lru_cache(maxsize=8)
def halves(many: int) -> int:
    """Half of what goes into it in each of so many labels' bits."""
    return sum(HALF << (LANE * label) for label in range(many))


def packed(pairs: Iterable[tuple[int, int]]) -> str:
    """The signs of labels and weights; weights beyond ±31 fifths are cut."""
    kept = ((label, min(ZERO - 1, max(-ZERO, weight))) for label, weight in pairs)
    return "".join(SIGNS[label] + SIGNS[weight + ZERO] for label, weight in kept)


def grams(text: str) -> set[str]:
    """Single letters and pairs of Chinese; Latin words, their stems, and pairs of words."""
    text = text[:LONGEST]
    words = WORD.findall(text)
    found = set(words)
    if words:
        found.update(word[:STEM] + "-" for word in words if len(word) > STEM)
        found.update(f"{one} {two}" for one, two in pairwise(words))
    if not text.isascii():
        letters = WORD.sub("_", text).replace(" ", "_")
        found.update(letters)
        letters = f"_{letters}_"
        found.update(map(add, letters, letters[1:]))
    return found or {"_"}


def triples(text: str) -> set[str]:
    """Three letters in a row of a text that has Chinese in it."""
    text = text[:LONGEST]
    if text.isascii():
        return set()
    letters = f"_{WORD.sub('_', text).replace(' ', '_')}_"
    return set(map(add, map(add, letters, letters[1:]), letters[2:]))


def spread(said: Sized) -> float:
    """By what the sum of the weights of so many runs is divided: little said is little known."""
    return math.sqrt(max(FEWEST, len(said)))


def opinion(
    text: str,
    weights: Weights,
    clues: Set[str] = frozenset(),
) -> dict[str, float]:
    """How far each label fits; nothing known is an empty opinion.

    `clues` are the classes of words that are there: what one word teaches counts for its like.
    """
    if not text:
        return {}
    known = weights.grams
    said = grams(text)
    many = len(weights.labels)
    heard = said | triples(text) | clues
    total = sum(filter(None, map(known.get, heard)), halves(many))
    foreign = many > 0 and latin(text)
    like = alike(weights.labels) if foreign else None
    if like:
        total += like.of(words_of(text))
    scale = UNIT * spread(said)
    values = struct.unpack(f"<{many}H", total.to_bytes(2 * many, "little"))
    found = {
        label: own + (value - HALF) / scale
        for label, value, own in zip(
            weights.labels,
            values,
            weights.bias,
            strict=True,
        )
    }
    if like:
        found |= {label: found[label] * TOGETHER for label in like.labels}
    danger = found.get(DANGER, -math.inf)
    if like and IN_DOUBT[0] < danger < IN_DOUBT[1]:
        found[DANGER] = corrected(danger, danger_meant(text))
    return found


def corrected(letters: float, meant: float | None) -> float:
    """What letters say of danger, and what meanings say to that."""
    if meant is None:
        return letters
    both = OF_LETTERS * letters + OF_MEANINGS * meant + OF_BOTH
    return min(letters + MORE, max(both, min(letters, LEAST)))
