"""Points on the map: how far apart, and one that stands for a line or a surface."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean

from domain.messages import Place

METRES_A_DEGREE = 111_195
Point = tuple[float, float]
"""(longitude, latitude) in degrees, as GeoJSON has it."""
Ring = Sequence[Point]


def metres(a: Place, b: Place) -> float:
    """Metres between two places on a flat map: good to 0.1 % within some kilometres."""
    east = abs(a.lon - b.lon)
    east = min(east, 360 - east)
    middle = math.radians((a.lat + b.lat) / 2)
    across = east * math.cos(middle)
    return math.hypot(a.lat - b.lat, across) * METRES_A_DEGREE


def middle_of_line(line: Ring) -> Point:
    """The point half-way along a line of at least one point."""
    left = sum(math.dist(a, b) for a, b in pairwise(line)) / 2
    for a, b in pairwise(line):
        length = math.dist(a, b)
        if length and left <= length:
            return _between(a, b, left / length)
        left -= length
    return line[0]


def _between(a: Point, b: Point, share: float) -> Point:
    (x, y), (to_x, to_y) = a, b
    x += (to_x - x) * share
    y += (to_y - y) * share
    return x, y


def surface(ring: Ring) -> float:
    """Twice the signed surface of a closed ring, in square degrees."""
    return sum(_cross(a, b) for a, b in pairwise(ring))


def _cross(a: Point, b: Point) -> float:
    (x, y), (to_x, to_y) = a, b
    return x * to_y - to_x * y


def inside(point: Point, rings: Sequence[Ring]) -> bool:
    """Whether a polygon of an outer ring and holes contains the point, by the even-odd rule."""
    x, y = point
    to_the_east = [edge for edge in _crossed(rings, y) if edge > x]
    return len(to_the_east) % 2 == 1


def point_in(rings: Sequence[Ring]) -> Point:
    """A point inside the polygon.

    It is the centre of gravity or, if that lies outside or in a hole, the middle of the
    widest part to its east or west.
    """
    centre = _centre(rings[0])
    if inside(centre, rings):
        return centre
    level = centre[1]
    edges = sorted(_crossed(rings, level))
    spans = list(zip(edges[::2], edges[1::2], strict=False))
    if not spans:
        return rings[0][0]
    west, east = max(spans, key=lambda span: span[1] - span[0])
    return (west + east) / 2, level


def _centre(ring: Ring) -> Point:
    """The ring's centre of gravity; that of its points where it has no surface."""
    x0, y0 = ring[0]
    near = [(x - x0, y - y0) for x, y in ring]
    twice = surface(near)
    if not twice:
        return fmean(x for x, _ in ring), fmean(y for _, y in ring)
    x = y = 0.0
    for a, b in pairwise(near):
        weight = _cross(a, b) / (3 * twice)
        x += (a[0] + b[0]) * weight
        y += (a[1] + b[1]) * weight
    return x0 + x, y0 + y


def _lat(point: Point) -> float:
    return point[1]


def _crossed(rings: Sequence[Ring], level: float) -> list[float]:
    """The longitudes at which the rings cross a latitude, in no order."""
    crossed = []
    for ring in rings:
        for a, b in pairwise(ring):
            south, north = sorted((a, b), key=_lat)
            if _lat(south) <= level < _lat(north):
                height = _lat(north) - _lat(south)
                share = (level - _lat(south)) / height
                lon, _ = _between(south, north, share)
                crossed.append(lon)
    return crossed
