"""Whether two matters are the same thing twice: by category, place, words, pictures and age.

No single sign is enough. Character distances alone tell two potholes from a pothole and a manhole
hardly better than a coin (tests/domain/test_likeness.py holds the pairs), so words are first read
for the things that they name.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.case import Case
from domain.categories import of_kind
from domain.kinds import Kind
from domain.messages import Place
from domain.things import WordsRatio, contradict, elsewhere, things, words_alike

ENOUGH = 0.5
"""From this likeness on a filer is asked whether it is the same."""
SAME_PICTURE = 16
"""Bits by which dHashes of one picture may differ; those of two pictures differ by 18 or more
(facts/components.md).
"""
# a hash with fewer set or unset bits is of a wall, the night or a blank: it says nothing
FLAT = 6
POINT, NEAR, WIDE = 50, 100, 250  # metres
GROUP = 3  # from so many cases on they are a common problem (共性问题)
# of an area's newest texts that name no known thing so many are compared by their letters
ODD_WORDS = 40
METRES_A_DEGREE = 111_195
MASK = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class Window:
    """Within which radius, and for how many weeks, another case of the same category may be the
    same.
    """

    radius_metres: int
    weeks: int


DEFAULT_WINDOW = Window(WIDE, 12)
"""FixMyStreet's radius and Signalen's window."""
AT_A_POINT = Window(POINT, 12)
WINDOWS: dict[str, Window] = {
    **{category.code: DEFAULT_WINDOW for category in of_kind(Kind.HAZARD)},
    "light": AT_A_POINT,
    "charging": AT_A_POINT,
    "building": AT_A_POINT,
    "fire": AT_A_POINT,
    # a wish for something in the neighbourhood, and it takes longer
    "rest": Window(500, 26),
}
"""Other kinds of help and wish are one person's: whoever stands there with a flat tyre is not
helped by "me too".
"""


@dataclass(frozen=True, slots=True)
class Matter:
    """What is compared. `at` is aware; `hashes` are 64-bit picture hashes, signed or not;
    `where` the place's words.
    """

    kind: Kind
    category: str
    place: Place | None
    area: str
    words: str
    at: datetime
    hashes: tuple[int, ...] = ()
    where: str = ""


def distance(a: Place, b: Place) -> float:
    """Metres between two places, on a flat map: good to 0.1% within some kilometres, also across
    the date line.
    """
    east = abs(a.lon - b.lon)
    across = min(east, 360 - east) * math.cos(math.radians((a.lat + b.lat) / 2))
    return math.hypot(a.lat - b.lat, across) * METRES_A_DEGREE


def bits_apart(a: int, b: int) -> int:
    return ((a ^ b) & MASK).bit_count()


def same_picture(a: Iterable[int], b: Iterable[int]) -> bool:
    """Whether a picture of the one is also among the other's."""
    return any(
        bits_apart(one, other) <= SAME_PICTURE
        for one in _telling(a)
        for other in _telling(b)
    )


def _telling(hashes: Iterable[int]) -> list[int]:
    return [one for one in hashes if FLAT <= (one & MASK).bit_count() <= 64 - FLAT]


def _by_place(metres: float) -> float:
    """How much nearness says, 0..1: within 50 m, where the phone's own error lies, enough alone;
    at 250 m nothing.
    """
    if metres <= POINT:
        return 0.75 - 0.15 * metres / POINT
    return max(0.0, 0.6 * (WIDE - metres) / (WIDE - POINT))


def _in_reach(new: Matter, old: Matter) -> float | None:
    """What the place says, 0..1; None where the two cannot be the same at all."""
    within = WINDOWS.get(new.category)
    if within is None or (new.kind, new.category) != (old.kind, old.category):
        return None
    if abs(new.at - old.at) > timedelta(weeks=within.weeks):
        return None
    if new.place is None or old.place is None:
        return 0.0 if new.area == old.area else None
    metres = distance(new.place, old.place)
    return _by_place(metres) if metres <= within.radius_metres else None


def likeness(new: Matter, old: Matter, words_ratio: WordsRatio) -> float:
    """How likely both are the same, 0..1: ENOUGH is enough to ask.

    Place and words add up as independent signs; the window's oldest weighs a tenth less than a
    fresh one. Without coordinates on a side the words, or a picture, have to carry it alone.
    """
    near = _in_reach(new, old)
    if near is None:
        return 0.0
    if same_picture(new.hashes, old.hashes):
        return 0.95 + 0.05 * near
    placed = bool(new.where or old.where) and elsewhere(
        f"{new.words} {new.where}", f"{old.words} {old.where}"
    )
    if placed or contradict(new.words, old.words):
        return 0.0
    said = words_alike(new.words, old.words, words_ratio)
    telling = min(1.0, max(0.0, (said - 0.3) / 0.4))
    aged = abs(new.at - old.at) / timedelta(weeks=WINDOWS[new.category].weeks)
    return (1 - (1 - near) * (1 - 0.9 * telling)) * (1 - 0.1 * aged)


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
    groups = _Groups(range(len(cases)))
    by_category: dict[tuple[Kind, str], list[int]] = defaultdict(list)
    for index in sorted(
        range(len(cases)), key=lambda index: cases[index].filed_at, reverse=True
    ):
        by_category[cases[index].kind, cases[index].category].append(index)
    for (_, category), ones in by_category.items():
        _join_near(
            cases,
            ones,
            min(NEAR, WINDOWS.get(category, DEFAULT_WINDOW).radius_metres),
            groups,
        )
        _join_alike(cases, ones, words_ratio, groups)
    found: dict[int, list[Case]] = defaultdict(list)
    for ones in by_category.values():
        for one in ones:
            found[groups.root(one)].append(cases[one])
    return sorted(
        (group for group in found.values() if len(group) >= least),
        key=len,
        reverse=True,
    )


def _join_near(
    cases: Sequence[Case], ones: list[int], metres: int, groups: _Groups
) -> None:
    """Cells whose diagonal is the reach: all in one cell are near; only neighbours have to be
    measured.

    The cells are as wide as at the case nearest to the equator, which is right for places within
    some degrees.
    """
    placed = [(one, place) for one in ones if (place := cases[one].place)]
    high = metres / METRES_A_DEGREE / math.sqrt(2) * 0.999
    wide = high / max(
        0.01, max((math.cos(math.radians(place.lat)) for _, place in placed), default=1)
    )
    cells: dict[tuple[int, int], dict[Place, int]] = defaultdict(dict)
    for one, place in placed:
        cell = cells[math.floor(place.lat / high), math.floor(place.lon / wide)]
        groups.join((one, next(iter(cell.values()), one)))
        cell.setdefault(place, one)
    for (row, column), cell in cells.items():
        for up, along in NEIGHBOURS:
            other = cells.get((row + up, column + along), {})
            ends = [next(iter(cell.values())), *list(other.values())[:1]]
            apart = len({groups.root(end) for end in ends}) > 1
            if apart and any(distance(a, b) <= metres for a in cell for b in other):
                groups.join(ends)


NEIGHBOURS = [
    (up, along) for up in range(3) for along in range(-2, 3) if (up, along) > (0, 0)
]


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
        newest = list(texts.items())[:ODD_WORDS]
        for at, (words, one) in enumerate(newest):
            for other_words, other in newest[:at]:
                if (
                    groups.root(one) != groups.root(other)
                    and words_alike(words, other_words, words_ratio) >= ENOUGH
                ):
                    groups.join((one, other))
