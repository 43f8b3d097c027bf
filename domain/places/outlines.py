"""What is drawn on a map: whether it holds a point, a point inside it, how near another is.

Degrees are taken as they are, as on a flat sheet. What is held is exact: a point on a border that
two areas share lies in both, and never between them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from domain.places.segments import Segment, gap, turn

Ring = Sequence[Sequence[float]]
Bounds = tuple[float, float, float, float]
FEW = 2  # edges in a band, if none were in two


class Outline:
    """The rings of a polygon, or of several; holes are rings like others."""

    def __init__(self, rings: Iterable[Ring]) -> None:
        self._xs, self._ys, self._edges = array("d"), array("d"), array("I")
        for ring in rings:
            closed = ring if ring[0] == ring[-1] else [*ring, ring[0]]
            first = len(self._xs)
            self._xs.extend(point[0] for point in closed)
            self._ys.extend(point[1] for point in closed)
            self._edges.extend(range(first, len(self._xs) - 1))
        self.bounds = min(self._xs), min(self._ys), max(self._xs), max(self._ys)
        self._count = max(1, len(self._edges) // FEW)
        self._height = (self.bounds[3] - self.bounds[1]) / self._count

    def holds(self, x: float, y: float) -> bool:
        """Its border is its own."""
        west, south, east, north = self.bounds
        if not (west <= x <= east and south <= y <= north):
            return False
        inside = False
        for x1, y1, x2, y2 in map(self._edge, self._bands[self._band(y)]):
            if not (y1 <= y <= y2 or y2 <= y <= y1):
                continue
            side = turn(x1, y1, x2, y2, x, y)
            if side == 0 and (x1 <= x <= x2 or x2 <= x <= x1):
                return True
            if (y1 > y) != (y2 > y) and (side > 0) == (y2 > y1):
                inside = not inside
        return inside

    def near(self, other: Outline, distance: float) -> bool:
        """Whether no more than this is between the two; what touches or overlaps is near."""
        if apart(self.bounds, other.bounds, distance):
            return False
        held = self.holds(other._xs[0], other._ys[0])
        if held or other.holds(self._xs[0], self._ys[0]):
            return True
        theirs = list(other._within(self.bounds, distance))
        return any(
            not apart(_box(one), _box(two), distance) and gap(one, two) <= distance
            for one in self._within(other.bounds, distance)
            for two in theirs
        )

    def stretch(self) -> tuple[float, float, float]:
        """The widest stretch inside, half way up: how wide it is, and x and y of its middle."""
        level = self._level()
        crossed = sorted(
            x1 + (level - y1) * (x2 - x1) / (y2 - y1)
            for x1, y1, x2, y2 in map(self._edge, self._edges)
            if (y1 > level) != (y2 > level)
        )
        found = zip(crossed[::2], crossed[1::2], strict=False)
        stretches = [(east - west, (west + east) / 2, level) for west, east in found]
        return max(stretches, default=(0.0, self._xs[0], self._ys[0]))

    def _level(self) -> float:
        """Half way up, but between two corners and on none."""
        south, north = self.bounds[1], self.bounds[3]
        half = (south + north) / 2
        low = max((y for y in self._ys if y <= half), default=south)
        high = min((y for y in self._ys if y > half), default=north)
        return (low + high) / 2

    def _edge(self, at: int) -> Segment:
        xs, ys = self._xs, self._ys
        return xs[at], ys[at], xs[at + 1], ys[at + 1]

    def _within(self, bounds: Bounds, distance: float) -> Iterator[Segment]:
        """The edges that may be so near to what has these bounds."""
        for edge in map(self._edge, self._edges):
            if not apart(_box(edge), bounds, distance):
                yield edge

    @cached_property
    def _bands(self) -> list[array[int]]:
        """From south to north the edges that are in each band."""
        bands = [array("I") for _ in range(self._count)]
        for at in self._edges:
            low, high = sorted((self._ys[at], self._ys[at + 1]))
            for band in bands[self._band(low) : self._band(high) + 1]:
                band.append(at)
        return bands

    def _band(self, y: float) -> int:
        """Never falls while y grows: whatever lies on an edge is in a band of that edge."""
        if not self._height:
            return 0
        return min(int((y - self.bounds[1]) / self._height), self._count - 1)


def apart(one: Bounds, other: Bounds, distance: float) -> bool:
    """Whether more than this is between two boxes, in one direction at least."""
    return (
        one[0] - other[2] > distance
        or other[0] - one[2] > distance
        or one[1] - other[3] > distance
        or other[1] - one[3] > distance
    )


def _box(edge: Segment) -> Bounds:
    x1, y1, x2, y2 = edge
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
