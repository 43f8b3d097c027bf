"""A small linear model over letters: a second opinion beside the table of words."""

from __future__ import annotations

import math
import re
import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

LONGEST = 100  # letters of a message that are looked at
UNIT = 5  # weights are whole fifths
SIGNS = string.digits + string.ascii_letters
ZERO = 31  # the sign of a weight of nothing
STEM = 5  # letters of a Latin word that say most of it
WORD = re.compile(r"[a-z']+|[0-9]")
TALK = "talk:"  # before an intent: how far it is that, and no report
DANGER = "danger"
NO_DANGER = "nodanger"


@dataclass(frozen=True, slots=True)
class Weights:
    """Per run of letters: which label, and how many fifths it weighs for it."""

    labels: tuple[str, ...]
    grams: Mapping[str, tuple[tuple[int, int], ...]]

    @classmethod
    def of(cls, data: Mapping[str, object]) -> Weights:
        """From the JSON that training wrote: `labels`, and `grams` in shorthand.

        Per run of letters two signs a label: which one it is, and its weight.
        """
        labels, grams = data["labels"], data["grams"]
        if not isinstance(labels, list) or not isinstance(grams, dict):
            raise ValueError("weights: labels and grams are wanted")
        return cls(
            tuple(labels),
            {gram: unpacked(signs) for gram, signs in grams.items()},
        )


def unpacked(signs: str) -> tuple[tuple[int, int], ...]:
    """Label and weight in fifths, from two signs each."""
    values = [SIGNS.index(sign) for sign in signs]
    weights = [value - ZERO for value in values[1::2]]
    return tuple(zip(values[::2], weights, strict=True))


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
        found.update(map("".join, pairwise(f"_{letters}_")))
    return found or {"_"}


def opinion(text: str, weights: Weights) -> dict[str, float]:
    """How far each label fits; nothing known is an empty opinion."""
    if not text:
        return {}
    found = [0] * len(weights.labels)
    known = weights.grams
    said = grams(text)
    for gram in known.keys() & said:
        for label, value in known[gram]:
            found[label] += value
    scale = UNIT * math.sqrt(len(said) or 1)
    return {
        label: value / scale
        for label, value in zip(weights.labels, found, strict=True)
        if value
    }
