"""How far a message speaks of each category: by its words, and by the letters' opinion."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from itertools import takewhile

from domain.kinds import Kind
from domain.reading.engine import Engine
from domain.reading.scan import LATIN_END, Scan, Span, inside, whole
from domain.reading.vocabulary import Topic

LATIN = 3
HINTS_ALONE = 1.0  # what only hints say together decides nothing
OF_DANGER = 12.0
OPINION = 3.0  # how heavy the letters' opinion is beside the words
DISAGREED = 0.29
CLEAR = 13.0  # before the second: nobody doubts it
OTHER = 0.5  # by so much letters that only say "something else" count less
UNKNOWN = 4.0  # the letters know nothing of an office's own category: its words speak for both
UNNAMED = 0.3  # no surer than that without a word that speaks of it
OFFERED = 3  # so many are asked of
MOST_LETTERS = 40
LONG_WORDS = tuple(
    min(1.4, 0.5 + math.log2(1 + letters) / 4) for letters in range(MOST_LETTERS + 1)
)  # how much heavier a word of so many letters is
GUESSED = 0.95  # where no word names it
CALM = 1.0
"""So much less likely is a rescue or a crisis where nobody is in danger (log odds; ours). It orders
categories, and makes nothing less private."""

RESCUE = "rescue"
UNSEEN = {RESCUE: 2.5, "missing": 1.0}
"""More letters alone do not say of a rescue, or of who is missing, if nobody is in danger and words
name another matter (log odds; ours): 电梯里有人抽烟."""

NAMED, FAINT = 3.0, 2.5
"""Where words name another matter it is as private as a rescue or a crisis only from so much on."""

HEAVY = 2.0
"""What weighs less may only be how a place is called: 路口 is no traffic, 下水道 is a sewer."""

NEAR = 0.8  # of the first: a guess between two lowers nothing
GUESS = 0.85
"""How much of what letters only guess counts beside another category that words name (ours): "i
reported the hole, nothing happened" is no crisis."""

MEANT = 3.0
"""From here on letters mean that category, whatever danger is beside it (log odds; ours): who is
hurt and is sent away by the boss tells of both."""


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
    found: dict[str, dict[Span, float]] = defaultdict(dict)
    for code, key, value in _hits(scan, engine):
        hits = found[code]
        if value > hits.get(key, 0.0):
            hits[key] = value
    return {code: _sum(hits) for code, hits in found.items()}


def _hits(scan: Scan, engine: Engine) -> Iterator[tuple[str, Span, float]]:
    for (code, weight), spans in engine.categories.matches(scan):
        key = whole(spans)
        letters = sum(end - begin for begin, end in spans)
        if scan.text[key[0]] < LATIN_END:
            letters //= LATIN
        yield code, key, weight * LONG_WORDS[min(letters, MOST_LETTERS)]


def weigh_beside(
    scan: Scan, engine: Engine, where: Iterable[Span], foreign: bool
) -> tuple[dict[str, float], list[Span]]:
    """The same without the names of places in which light words lie alone, or none where these are
    in `foreign` letters, and these.
    """
    told = [*_hits(scan, engine)]
    lying = {
        place: [value for _, key, value in told if inside(key, place)]
        for place in where
    }
    heaviest = {place: max(most, default=0) for place, most in lying.items()}
    bare = [one for one, most in heaviest.items() if (foreign or most) and most < HEAVY]
    found: dict[str, dict[Span, float]] = defaultdict(dict)
    for code, key, value in told:
        if not any(inside(key, place, foreign) for place in bare):
            found[code][key] = max(value, found[code].get(key, 0.0))
    return {code: _sum(hits) for code, hits in found.items()}, bare


def _sum(hits: dict[Span, float]) -> float:
    """Overlapping hits say the same thing twice: only the heaviest counts in full."""
    if len(hits) == 1:
        return next(iter(hits.values()))
    total = 0.0
    taken: list[Span] = []
    for (begin, end), value in sorted(
        hits.items(), key=lambda pair: (-pair[1], pair[0])
    ):
        overlap = any(begin < other[1] and other[0] < end for other in taken)
        total += value * (0.25 if overlap else 1)
        taken.append((begin, end))
    return total


def decide(
    weights: dict[str, float],
    letters: Mapping[str, float],
    engine: Engine,
    topics: tuple[Topic, ...],
    kind: Kind | None,
    fallback: Kind,
    calmed: Set[str],
) -> Scores:
    """The order of the categories, and how clear the first one is."""
    scores = {code: value for code, value in weights.items() if value > HINTS_ALONE}
    matter = max(scores.values(), default=0.0)
    for code in engine.unknown.intersection(scores):
        scores[code] *= UNKNOWN
    voted, most = "", 0.0
    for code in engine.voted[kind] if letters else ():
        value = letters[code] - (OTHER if code in engine.others else 0.0)
        value -= CALM if code in calmed else 0.0
        if matter and code not in weights and letters[code] < MEANT:
            value *= GUESS
        scores[code] = scores.get(code, 0.0) + OPINION * value
        if value > most:
            voted, most = code, value
    for code in {topic.category for topic in topics}:
        scores[code] = scores.get(code, 0.0) + OF_DANGER
    allowed = filter(scores.__contains__, engine.offered[kind])
    ranked = sorted(allowed, key=scores.__getitem__, reverse=True)
    if engine.unknown.intersection(ranked[:1]):
        voted = ""  # letters cannot be for what they do not know
    best = tuple(ranked)
    if len(best) < OFFERED:
        best = tuple(dict.fromkeys((*ranked, *engine.spare[kind or fallback])))
    meant = {code for code in calmed if letters.get(code, 0.0) > FAINT}
    mild = calmed if matter < NAMED else meant
    near = best[:1] + _near(ranked, scores, mild, weights, endangered=bool(topics))
    if topics and most > MEANT:
        near = (*near, voted)
    sure = _sure(ranked, scores, voted)
    return Scores(
        best,
        near,
        matter,
        sure if matter else min(sure, UNNAMED),
    )


def surer(one: Scores, other: Scores, only_there: Set[str]) -> Scores:
    """The other where it is surer, or the first is named by a place alone. What was near stays
    near: a guess makes nothing less private.
    """
    if other.sure <= one.sure and one.best[0] not in only_there:
        return one
    return replace(other, near=tuple(dict.fromkeys((*other.near, *one.near))))


def no_rescue(
    scores: Scores,
    weights: Mapping[str, float],
    letters: Mapping[str, float],
) -> dict[str, float] | None:
    """The letters' opinion where nobody is in danger and only they speak of a rescue (`UNSEEN`),
    beside words that name another matter; None where it stands.
    """
    code = scores.best[0]
    if code not in UNSEEN or code in weights or not scores.matter:
        return None
    if code == RESCUE and scores.matter < NAMED:
        return None
    return {**letters, code: min(letters[code], UNSEEN[code])}


def _near(
    ranked: list[str],
    scores: dict[str, float],
    calmed: Set[str],
    weights: Mapping[str, float],
    *,
    endangered: bool,
) -> tuple[str, ...]:
    """Those that are hardly less likely than the first, calmed or not; beside a danger that words
    say only what words name too.
    """
    first = scores[ranked[0]] if ranked else 0.0

    def near(code: str) -> bool:
        spoken = weights.get(code, 0.0) > HINTS_ALONE
        value = scores[code] + (OPINION * CALM if code in calmed else 0.0)
        least = first * (NEAR if spoken else GUESSED)
        return value >= least > 0 and (spoken or not endangered)

    lowest = NEAR * first - OPINION * CALM
    behind = takewhile(lambda code: scores[code] >= lowest, ranked[1:])
    return tuple(filter(near, behind))


def _sure(ranked: list[str], scores: dict[str, float], voted: str) -> float:
    """From 0 to 1; low where the letters are for another one."""
    if not ranked:
        return 0.0
    first = scores[ranked[0]]
    second = scores[ranked[1]] if len(ranked) > 1 else 0.0
    margin = (first - second) / CLEAR
    if voted not in ("", ranked[0]):
        margin = min(margin, DISAGREED)
    return max(0.0, min(1.0, margin))
