"""The area tree: what lies in what, where a place is, and how late cases go up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

import shapely
from shapely.geometry import shape

from domain.area import Area
from domain.case import Case
from domain.messages import Place

PLACES_REMEMBERED = 5000
A_STREET = 0.0004
"""Degrees, some 40 m: so far apart two grids still touch."""


class AreaTree:
    """Areas by code: an unchanging picture of one moment."""

    def __init__(self, areas: Iterable[Area] = ()) -> None:
        self.areas = {area.code: area for area in areas}
        self._located: dict[Place, str] = {}
        self._middles: dict[str, Place | None] = {}
        self._besides: dict[str, frozenset[str]] = {}
        self._paths = {code: tuple(self._climb(code)) for code in self.areas}

    def _climb(self, code: str) -> Iterator[str]:
        climbed: set[str] = set()
        while code in self.areas and code not in climbed:
            climbed.add(code)
            yield code
            code = self.areas[code].parent

    def path(self, code: str) -> tuple[str, ...]:
        """The area codes from `code` up to the root, `code` first; empty for an unknown one."""
        return self._paths.get(code, ())

    def reach(self, case: Case) -> tuple[str, ...]:
        """Where a role must be held to count for this case: its areas up to the root, and the
        office that has it.
        """
        path = self.path(case.area)
        return (*path, case.office) if case.office else path

    def ladder(self, case: Case) -> tuple[str, ...]:
        """The levels that a late case goes up: its grid, or its office and then the office's
        head, and so to the root.
        """
        path = self.path(case.area)
        if not case.office or case.office not in self.areas:
            return path
        return (case.office, case.office, *(path[1:] or path))

    def tags(self, code: str) -> frozenset[str]:
        """The trades of an area and of what it lies in."""
        return frozenset(
            tag for step in self.path(code) for tag in self.areas[step].tags
        )

    @cached_property
    def leaves(self) -> frozenset[str]:
        """The areas that have nothing below them: grids, and offices."""
        return frozenset(self.areas) - {area.parent for area in self.areas.values()}

    @cached_property
    def offices(self) -> tuple[Area, ...]:
        return tuple(area for area in self.areas.values() if area.is_office)

    @cached_property
    def root(self) -> str:
        """The district's desk: the area without a parent, '' where nothing is loaded."""
        tops = (
            area.code
            for area in self.areas.values()
            if area.parent not in self.areas and not area.is_office
        )
        return next(tops, "")

    @cached_property
    def _shapes(self) -> dict[str, Any]:
        """The areas that are drawn, by code."""
        return {
            area.code: shape({"type": area.kind, "coordinates": area.polygon})
            for area in self.areas.values()
            if area.polygon
        }

    @cached_property
    def _tree(self) -> tuple[shapely.STRtree, list[str]]:
        return shapely.STRtree(list(self._shapes.values())), list(self._shapes)

    def locate(self, place: Place) -> str:
        """The lowest area whose polygon holds the place, '' where none does."""
        if place not in self._located:
            if len(self._located) > PLACES_REMEMBERED:
                self._located.clear()
            self._located[place] = self._locate(place)
        return self._located[place]

    def _locate(self, place: Place) -> str:
        tree, codes = self._tree
        hits = [
            codes[i]
            for i in tree.query(
                shapely.Point(place.lon, place.lat), predicate="intersects"
            )
        ]
        return max(hits, key=self._depth, default="")

    def locate_all(self, places: Sequence[Place]) -> list[str]:
        """What `locate` says of each of many places, in a tenth of the time."""
        found = [""] * len(places)
        tree, codes = self._tree
        if not places or not codes:
            return found
        points = shapely.points([(place.lon, place.lat) for place in places])
        hits = tree.query(points, predicate="intersects")
        for at, number in zip(*hits.tolist(), strict=True):
            found[at] = max(found[at], codes[number], key=self._depth)
        return found

    def _depth(self, code: str) -> tuple[int, str]:
        return len(self.path(code)), code

    def middle(self, code: str) -> Place | None:
        """A point inside the area, for a case whose place is known only by its grid's QR code."""
        if code not in self.areas:
            return None
        if code not in self._middles:
            self._middles[code] = self._middle(code)
        return self._middles[code]

    def _middle(self, code: str) -> Place | None:
        drawn = self._shapes.get(code)
        if drawn is None:
            return None
        point = drawn.representative_point()
        return Place(lat=point.y, lon=point.x)

    def beside(self, code: str) -> frozenset[str]:
        """The areas of the same level that have a border with it, or only a street between."""
        if code not in self._besides:
            self._besides[code] = self._beside(code)
        return self._besides[code]

    def _beside(self, code: str) -> frozenset[str]:
        drawn = self._shapes.get(code)
        if drawn is None:
            return frozenset()
        tree, codes = self._tree
        hits = tree.query(drawn, predicate="dwithin", distance=A_STREET)
        level = self.areas[code].level
        near = {codes[i] for i in hits if self.areas[codes[i]].level == level}
        return frozenset(near - {code})

    def below(self, codes: Iterable[str]) -> set[str]:
        """These areas and everything under them."""
        tops = set(codes)
        return {code for code, path in self._paths.items() if not tops.isdisjoint(path)}

    def full_name(self, code: str) -> str:
        """'幸福街道 · 第3网格': the area with its parent's name before it."""
        path = self.path(code)
        names = [self.areas[step].name for step in path[:2]]
        return " · ".join(reversed(names))
