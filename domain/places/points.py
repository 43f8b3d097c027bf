"""Points on the map: how far apart, and one that stands for a line or a surface."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from domain.messages import Place

METRES_A_DEGREE = 111_195
Point = tuple[float, float]
"""(longitude, latitude) in degrees, as GeoJSON has it."""
Ring = Sequence[Point]


def metres(a: Place, b: Place) -> float:
    """Metres between two places on a flat map: good to 0.1 % within some kilometres."""
    east = abs(a.lon - b.lon)
    across = min(east, 360 - east) * math.cos(math.radians((a.lat + b.lat) / 2))
    return math.hypot(a.lat - b.lat, across) * METRES_A_DEGREE


def middle_of_line(line: Ring) -> Point:
    """The point half-way along a line of at least one point."""
    lengths = [math.dist(a, b) for a, b in pairwise(line)]
    left = sum(lengths) / 2
    for (a, b), length in zip(pairwise(line), lengths, strict=True):
        if left <= length and length:
            share = left / length
            return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
        left -= length
    return line[0]


def surface(ring: Ring) -> float:
    """Twice the signed surface of a closed ring, in square degrees."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))


def inside(point: Point, rings: Sequence[Ring]) -> bool:
    """Whether a polygon of an outer ring and holes contains the point, by the even-odd rule."""
    return sum(edge > point[0] for edge in _crossed(rings, point[1])) % 2 == 1


def point_in(rings: Sequence[Ring]) -> Point:
    """A point inside the polygon: its centre of gravity, or the middle of the widest part beside it."""
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
    """The centre of gravity of the outer ring; a ring without a surface has the middle of its points."""
    x0, y0 = ring[0]
    near = [(x - x0, y - y0) for x, y in ring]
    twice = surface(near)
    if not twice:
        count = len(near)
        return x0 + sum(x for x, _ in near) / count, y0 + sum(
            y for _, y in near
        ) / count
    x = y = 0.0
    for a, b in pairwise(near):
        cross = a[0] * b[1] - b[0] * a[1]
        x += (a[0] + b[0]) * cross
        y += (a[1] + b[1]) * cross
    return x0 + x / (3 * twice), y0 + y / (3 * twice)


def _crossed(rings: Sequence[Ring], level: float) -> list[float]:
    """The longitudes at which the rings cross a latitude, in no order."""
    return [
        a[0] + (level - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
        for ring in rings
        for a, b in pairwise(ring)
        if (a[1] > level) != (b[1] > level)
    ]
