"""The area tree: what lies in what, where a place is, and how late cases go up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import Any

from domain.area import Area
from domain.case import Case
from domain.messages import Place
from domain.places.areas import area_entries
from domain.places.entries import Entry
from domain.places.outlines import Outline
from domain.places.sheet import Sheet

PLACES_REMEMBERED = 5000
A_STREET = 0.0004
"""Degrees, some 40 m: so far apart two grids still touch."""

RECKONED = {"_sheet", "_located", "_middles", "_besides", "named"}
"""What depends on the areas alone and takes long."""


class AreaTree:
    """Areas by code: an unchanging picture of one moment."""

    def __init__(self, areas: Iterable[Area] = ()) -> None:
        self.areas = {area.code: area for area in areas}
        self._located: dict[Place, str] = {}
        self._middles: dict[str, Place | None] = {}
        self._besides: dict[str, frozenset[str]] = {}
        self._paths = {code: tuple(self._climb(code)) for code in self.areas}

    def stands_on(self, before: AreaTree) -> None:
        """Takes over what was reckoned of the same areas: they are drawn once a year, while staff
        change every day.
        """
        if self.areas != before.areas:
            return
        for name in RECKONED & vars(before).keys():
            vars(self)[name] = vars(before)[name]

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
    def _sheet(self) -> Sheet:
        """The areas that are drawn, by code."""
        return Sheet(
            {
                area.code: Outline(chain.from_iterable(_parts(area)))
                for area in self.areas.values()
                if area.polygon
            }
        )

    def locate(self, place: Place) -> str:
        """The lowest area whose polygon holds the place, '' where none does."""
        found = self._located.get(place)
        if found is None:
            if len(self._located) > PLACES_REMEMBERED:
                self._located.clear()
            found = self._located[place] = self._locate(place)
        return found

    def _locate(self, place: Place) -> str:
        hits = self._sheet.holding(place.lon, place.lat)
        return max(hits, key=self._depth, default="")

    def locate_all(self, places: Sequence[Place]) -> list[str]:
        """What `locate` says of each; more than it remembers are not remembered."""
        few = len(places) < PLACES_REMEMBERED // 2
        return list(map(self.locate if few else self._locate, places))

    @cached_property
    def named(self) -> tuple[Entry, ...]:
        """The names of every area but the root, which says nothing, each with a point inside."""
        names = [
            (area.code, area.name)
            for area in self.areas.values()
            if not area.is_office and area.code != self.root
        ]
        return tuple(
            replace(entry, place=self.middle(entry.area))
            for entry in area_entries(names)
        )

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
        area = self.areas[code]
        if not area.polygon:
            return None
        _, lon, lat = max(Outline(part).stretch() for part in _parts(area))
        return Place(lat=lat, lon=lon)

    def beside(self, code: str) -> frozenset[str]:
        """The areas of the same level that have a border with it, or only a street between."""
        if code not in self._besides:
            self._besides[code] = self._beside(code)
        return self._besides[code]

    def _beside(self, code: str) -> frozenset[str]:
        area = self.areas.get(code)
        if area is None or not area.polygon:
            return frozenset()
        near = self._sheet.near(code, A_STREET)
        same = {one for one in near if self.areas[one].level == area.level}
        return frozenset(same - {code})

    def below(self, codes: Iterable[str]) -> set[str]:
        """These areas and everything under them."""
        tops = set(codes)
        return {code for code, path in self._paths.items() if not tops.isdisjoint(path)}

    def full_name(self, code: str) -> str:
        """'幸福街道 · 第3网格': the area with its parent's name before it."""
        path = self.path(code)
        names = [self.areas[step].name for step in path[:2]]
        return " · ".join(reversed(names))


def _parts(area: Area) -> tuple[Any, ...]:
    """The polygons of an area, each as its rings."""
    drawn: Any = area.polygon
    return tuple(drawn) if area.kind == "MultiPolygon" else (drawn,)
