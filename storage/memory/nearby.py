"""Open cases by category and place, kept in memory: a filing asks for them, and most find none
(docs/adr/0014).

Some 100 bytes a case; the newest few thousand are kept whole. Confidential cases and parts are not
in it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime

from domain.case import Case
from domain.distance import METRES_A_DEGREE
from domain.likeness import Matter
from domain.messages import Place
from domain.privacy import Privacy
from storage.memory.cells import Cell, around, cell_of

REMEMBERED = 5000
# filed at (seconds), latitude, longitude
Entry = tuple[float, float | None, float | None]


class Nearby:
    """What the last committed Units left open."""

    def __init__(self) -> None:
        self._cells: defaultdict[Cell, dict[int, Entry]] = defaultdict(dict)
        self._areas: defaultdict[tuple[str, str], dict[int, Entry]] = defaultdict(dict)
        self._keys: dict[int, tuple[Cell | None, tuple[str, str]]] = {}
        self.cases: dict[int, Case] = {}
        self.matters: dict[int, Matter] = {}  # of the same cases

    def put(self, case: Case) -> None:
        """The case as it is now: to be found, somewhere else, or no more."""
        self.drop(case.id)
        if (
            case.open
            and case.parent_id is None
            and case.privacy is not Privacy.CONFIDENTIAL
        ):
            place = case.place
            where = (place.lat, place.lon) if place else (None, None)
            self.load(case.id, case.category, case.area, case.filed_at, *where)
            self.remember(case)

    def load(
        self,
        case_id: int,
        category: str,
        area: str,
        filed_at: datetime,
        lat: float | None,
        lon: float | None,
    ) -> None:
        entry = (filed_at.timestamp(), lat, lon)
        cell = None
        if lat is not None and lon is not None:
            cell = cell_of(category, lat, lon)
            self._cells[cell][case_id] = entry
        self._areas[category, area][case_id] = entry
        self._keys[case_id] = (cell, (category, area))

    def drop(self, case_id: int) -> None:
        cell, area = self._keys.pop(case_id, (None, None))
        if cell is not None:
            self._cells[cell].pop(case_id, None)
            if not self._cells[cell]:
                del self._cells[cell]
        if area is not None:
            self._areas[area].pop(case_id, None)
        self.cases.pop(case_id, None)
        self.matters.pop(case_id, None)

    def remember(self, case: Case) -> None:
        """Keeps a committed case, for as long as it is open and there is room. Every change of
        it comes by `put`.
        """
        if case.id in self._keys:
            self.cases[case.id], self.matters[case.id] = case, matter_of(case)
            if len(self.cases) > REMEMBERED:
                oldest = next(iter(self.cases))
                del self.cases[oldest], self.matters[oldest]

    def forget(self) -> None:
        """Lets go of the cases themselves: somebody changed them past their Unit."""
        self.cases.clear()
        self.matters.clear()

    def many(self, areas: Collection[str], most: int) -> bool:
        """Whether more than so many are open in these areas."""
        there = (len(these) for (_, at), these in self._areas.items() if at in areas)
        return sum(there) > most

    def near(
        self, category: str, place: Place, radius: float, since: datetime, most: int
    ) -> list[int]:
        """The ids within `radius` metres filed since then, the newest first; of crowded places
        those close by.
        """
        squeeze = math.cos(math.radians(place.lat))
        reach, oldest = (radius / METRES_A_DEGREE) ** 2, since.timestamp()
        found: list[tuple[float, int]] = []
        for key in around(category, place, radius):
            for case_id, (filed, lat, lon) in reversed(
                self._cells.get(key, NONE).items()
            ):
                if lat is None or lon is None or filed < oldest:
                    continue
                if (lat - place.lat) ** 2 + ((lon - place.lon) * squeeze) ** 2 <= reach:
                    found.append((filed, case_id))
                    if len(found) >= most:
                        # a cell holds its cases in the order of their filing, or nearly so
                        return _ids(found)
        return _ids(found)

    def inside(
        self, category: str, area: str, since: datetime, most: int, placeless: bool
    ) -> list[int]:
        """The ids in just this area filed since then, the newest first; with `placeless` only
        those without a pin.
        """
        entries = self._areas.get((category, area), NONE).items()
        found = (
            (filed, case_id)
            for case_id, (filed, lat, _) in entries
            if not (placeless and lat is not None)
        )
        return _newest(found, since, most)


NONE: dict[int, Entry] = {}


def _ids(found: list[tuple[float, int]]) -> list[int]:
    return [case_id for _, case_id in sorted(found, reverse=True)]


def _newest(
    found: Iterable[tuple[float, int]], since: datetime, most: int
) -> list[int]:
    oldest = since.timestamp()
    return [
        case_id
        for _, case_id in sorted(
            (one for one in found if one[0] >= oldest), reverse=True
        )[:most]
    ]


def matter_of(case: Case, hashes: tuple[int, ...] = ()) -> Matter:
    return Matter(
        case.kind,
        case.category,
        case.place,
        case.area,
        case.words,
        case.filed_at,
        hashes,
        case.place_words,
    )
