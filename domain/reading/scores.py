"""How far a message speaks of each category: by its words, and by the letters' opinion."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

from domain.kinds import Kind
from domain.reading.catalogue import Catalogue
from domain.reading.engine import Engine
from domain.reading.scan import Scan
from domain.reading.vocabulary import Topic

LATIN = 3
HINTS_ALONE = 1.0  # what only hints say together decides nothing
OF_DANGER = 8.0
WISHED = 2.0
OPINION = 2.5  # how heavy the letters' opinion is beside the words
DISAGREED = 0.35
SURE_AT = 4.0
UNKNOWN = 3.0  # the letters know nothing of an office's own category: its words speak for both
UNNAMED = 0.3  # no surer than that without a word that speaks of it
NEAR = 0.85  # of the first: a guess between two lowers nothing


@dataclass(frozen=True, slots=True)
class Scores:
    """The codes in order; `near` are those that are hardly less likely than the first.

    `matter` is what the words of the heaviest weigh.
    """

    best: tuple[str, ...]
    near: tuple[str, ...]
    matter: float
    sure: float


def weigh(scan: Scan, engine: Engine) -> dict[str, float]:
    """The sum of what was found; a word inside a longer one of the same category counts once."""
    found: dict[str, dict[tuple[int, int], float]] = defaultdict(dict)
    for (code, weight), spans in engine.categories.matches(scan):
        key = (min(spans)[0], max(spans)[1])
        length = math.log2(1 + sum(end - begin for begin, end in spans)) / 2
        if scan.text[key[0]].isascii():
            length = math.log2(1 + sum(end - begin for begin, end in spans) / LATIN) / 2
        value = weight * min(1.4, 0.5 + length / 2)
        found[code][key] = max(value, found[code].get(key, 0))
    return {code: _sum(hits) for code, hits in found.items()}


def _sum(hits: dict[tuple[int, int], float]) -> float:
    """Overlapping hits say the same thing twice: only the heaviest counts in full."""
    total = 0.0
    taken: list[tuple[int, int]] = []
    for (begin, end), value in sorted(
        hits.items(), key=lambda pair: (-pair[1], pair[0])
    ):
        overlap = any(begin < other[1] and other[0] < end for other in taken)
        total += value * (0.25 if overlap else 1)
        taken.append((begin, end))
    return total


def decide(
    weights: dict[str, float],
    letters: dict[str, float],
    engine: Engine,
    topic: Topic | None,
    kind: Kind | None,
    fallback: Kind,
) -> Scores:
    """The order of the categories, and how clear the first one is."""
    catalogue, allowed = (
        engine.vocabulary.catalogue,
        engine.offered[kind],
    )
    scores = {code: value for code, value in weights.items() if value > HINTS_ALONE}
    matter = max(scores.values(), default=0.0)
    for code in engine.unknown.intersection(scores):
        scores[code] *= UNKNOWN
    for code, value in letters.items():
        if code in allowed:
            scores[code] = scores.get(code, 0.0) + OPINION * value
    if topic is not None:
        scores[topic.category] = scores.get(topic.category, 0.0) + OF_DANGER
    ranked = sorted(
        (code for code in scores if code in allowed),
        key=scores.__getitem__,
        reverse=True,
    )
    best = tuple(dict.fromkeys((*ranked, *_spare(catalogue, kind or fallback))))
    least = scores[ranked[0]] * NEAR if ranked else 0.0
    near = best[:1] + tuple(code for code in ranked[1:] if scores[code] >= least > 0)
    sure = _sure(ranked, scores, letters, allowed)
    return Scores(
        best,
        near,
        matter,
        sure if matter else min(sure, UNNAMED),
    )


def _spare(catalogue: Catalogue, kind: Kind) -> tuple[str, ...]:
    """Where nothing was understood: the kind's other first, then its table in order."""
    return (
        catalogue.other(kind).code,
        *(each.code for each in catalogue.of_kind(kind)),
    )


def _sure(
    ranked: list[str],
    scores: dict[str, float],
    letters: dict[str, float],
    allowed: frozenset[str],
) -> float:
    if not ranked:
        return 0.0
    first = scores[ranked[0]]
    second = scores[ranked[1]] if len(ranked) > 1 else 0.0
    margin = (first - second) / max(first, 1.0) * min(1.0, first / SURE_AT)
    voted = max(
        letters.keys() & allowed,
        key=letters.__getitem__,
        default=ranked[0],
    )
    if voted != ranked[0]:
        margin = min(margin, DISAGREED)
    return max(0.0, min(1.0, margin))
