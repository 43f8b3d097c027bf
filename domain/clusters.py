"""Which of many cases are one common problem (共性问题)."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, combinations

from domain.case import Case
from domain.distance import METRES_A_DEGREE, distance
from domain.kinds import Kind
from domain.likeness import DEFAULT_WINDOW, ENOUGH, window
from domain.messages import Place
from domain.things import WordsRatio, things, words_alike

NEAR = 100  # metres
GROUP = 3  # from so many cases on they are a common problem (共性问题)
# of an area's newest texts that name no known thing so many are compared by their letters
ODD_WORDS = 40
NEIGHBOURS = [
    (up, along) for up in range(3) for along in range(-2, 3) if (up, along) > (0, 0)
]


class _Groups(list[int]):
    """Union-find: who stands over each index, at first itself."""

    def root(self, one: int) -> int:
        while self[one] != one:
            self[one] = one = self[self[one]]
        return one

    def join(self, ones: Iterable[int]) -> None:
        first, *others = map(self.root, ones)
        for other in others:
            self[self.root(other)] = first


def clusters(
    cases: Sequence[Case], words_ratio: WordsRatio, least: int = GROUP
) -> list[list[Case]]:
    """Groups of at least `least` cases of one category that lie near each other or, in one area,
    speak of one thing.

    The largest group first, in it the newest case. Near linear in the number of cases.
    """
    groups, categories = _Groups(range(len(cases))), _newest_by_category(cases)
    for (kind, category), ones in categories.items():
        within = window(kind, category) or DEFAULT_WINDOW
        metres = min(NEAR, within.radius_metres)
        _join_near(cases, ones, metres, groups)
        _join_alike(cases, ones, words_ratio, groups)
    found: dict[int, list[Case]] = defaultdict(list)
    for one in chain.from_iterable(categories.values()):
        found[groups.root(one)].append(cases[one])
    large = [group for group in found.values() if len(group) >= least]
    return sorted(large, key=len, reverse=True)


def _newest_by_category(cases: Sequence[Case]) -> dict[tuple[Kind, str], list[int]]:
    """The cases' indices, the newest first."""
    found: dict[tuple[Kind, str], list[int]] = defaultdict(list)
    filed = [case.filed_at for case in cases]
    for index in sorted(range(len(cases)), key=filed.__getitem__, reverse=True):
        found[cases[index].kind, cases[index].category].append(index)
    return found


def _join_near(
    cases: Sequence[Case], ones: list[int], metres: int, groups: _Groups
) -> None:
    """Cells whose diagonal is the reach: all in one cell are near; only neighbours have to be
    measured.
    """
    cells = _cells(cases, ones, metres, groups)
    for (row, column), cell in cells.items():
        for up, along in NEIGHBOURS:
            other = cells.get((row + up, column + along), {})
            ends = [next(iter(cell.values())), *list(other.values())[:1]]
            apart = len({groups.root(end) for end in ends}) > 1
            if apart and any(distance(a, b) <= metres for a in cell for b in other):
                groups.join(ends)


def _cells(
    cases: Sequence[Case], ones: list[int], metres: int, groups: _Groups
) -> dict[tuple[int, int], dict[Place, int]]:
    """By row and column: each place with the first case there. Who shares a cell is joined.

    The cells are as wide as at the case nearest to the equator, which is right for places within
    some degrees.
    """
    placed = [(one, place) for one in ones if (place := cases[one].place)]
    high = metres / METRES_A_DEGREE / math.sqrt(2) * 0.999
    narrowing = (math.cos(math.radians(place.lat)) for _, place in placed)
    wide = high / max(0.01, max(narrowing, default=1))
    cells: dict[tuple[int, int], dict[Place, int]] = defaultdict(dict)
    for one, place in placed:
        cell = cells[math.floor(place.lat / high), math.floor(place.lon / wide)]
        groups.join((one, next(iter(cell.values()), one)))
        cell.setdefault(place, one)
    return cells


def _join_alike(
    cases: Sequence[Case], ones: list[int], words_ratio: WordsRatio, groups: _Groups
) -> None:
    """Joins those who name the same thing in the same area; odd words are compared by their
    letters.
    """
    named: dict[tuple[str, int], list[int]] = defaultdict(list)
    odd: dict[str, dict[str, int]] = defaultdict(dict)
    for one in ones:
        area, words = cases[one].area, cases[one].words
        for thing in things(words):
            named[area, thing].append(one)
        if not things(words) and words.strip():
            groups.join((one, odd[area].setdefault(words, one)))
    for same in named.values():
        groups.join(same)
    for texts in odd.values():
        _join_odd(list(texts.items())[:ODD_WORDS], words_ratio, groups)


def _join_odd(
    texts: list[tuple[str, int]], words_ratio: WordsRatio, groups: _Groups
) -> None:
    for (words, one), (others, other) in combinations(texts, 2):
        apart = groups.root(one) != groups.root(other)
        if apart and words_alike(others, words, words_ratio) >= ENOUGH:
            groups.join((other, one))
