"""A grid of small cells over the map, so that what is near is found without looking at all."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import product

from domain.distance import METRES_A_DEGREE
from domain.messages import Place

CELL = 0.0025  # degrees: some 250 m, the usual radius
Cell = tuple[str, int, int]


def cell_of(category: str, lat: float, lon: float) -> Cell:
    """The cell of a category that holds this point; rows and columns count from 0°."""
    return category, math.floor(lat / CELL), math.floor(lon / CELL)


def around(category: str, place: Place, radius: float) -> Iterator[Cell]:
    """The cells that a circle of `radius` metres touches, the place's own first."""
    high = radius / METRES_A_DEGREE
    wide = high / max(0.01, math.cos(math.radians(place.lat)))
    own = cell_of(category, place.lat, place.lon)
    yield own
    rows = _steps(place.lat, high)
    for row, column in product(rows, _steps(place.lon, wide)):
        if (category, row, column) != own:
            yield category, row, column


def _steps(middle: float, reach: float) -> range:
    first, last = (middle - reach) / CELL, (middle + reach) / CELL
    return range(math.floor(first), math.floor(last) + 1)
