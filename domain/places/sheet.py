"""Many outlines on one sheet: which hold a point, and which are near one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import product
from math import isqrt

from domain.places.outlines import Bounds, Outline

Cell = tuple[int, int]


class Sheet:
    """Outlines by name. As many cells as outlines, each with those that may reach into it."""

    def __init__(self, outlines: Mapping[str, Outline]) -> None:
        self._outlines = outlines
        boxes = [one.bounds for one in outlines.values()] or [(0.0, 0.0, 0.0, 0.0)]
        wests, souths, easts, norths = zip(*boxes, strict=True)
        self._side = isqrt(len(boxes)) + 1
        self._west, self._south = min(wests), min(souths)
        self._wide = (max(easts) - self._west) / self._side
        self._high = (max(norths) - self._south) / self._side
        self._cells: dict[Cell, list[str]] = defaultdict(list)
        for name, one in outlines.items():
            for cell in self._under(one.bounds):
                self._cells[cell].append(name)

    def holding(self, x: float, y: float) -> list[str]:
        """Those that hold the point; a border is its own."""
        names = self._cells.get(self._cell(x, y), ())
        return [name for name in names if self._outlines[name].holds(x, y)]

    def near(self, name: str, distance: float) -> Iterator[str]:
        """Those that are no farther from it than this, itself among them."""
        one = self._outlines[name]
        for other, drawn in self._outlines.items():
            if drawn.near(one, distance):
                yield other

    def _under(self, bounds: Bounds) -> Iterator[Cell]:
        west, south = self._cell(*bounds[:2])
        east, north = self._cell(*bounds[2:])
        return product(range(west, east + 1), range(south, north + 1))

    def _cell(self, x: float, y: float) -> Cell:
        across = int((x - self._west) / self._wide) if self._wide else 0
        up = int((y - self._south) / self._high) if self._high else 0
        return min(across, self._side - 1), min(up, self._side - 1)
