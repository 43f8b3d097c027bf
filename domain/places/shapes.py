"""One point for a GeoJSON geometry, as a plain dict; what is malformed is a ValueError."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from domain.messages import Place
from domain.places.points import Point, middle_of_line, point_in, surface


def place_of(geometry: object) -> Place | None:
    """A point: a line's middle, a point inside a surface, of several parts the largest one's; None for null."""
    if geometry is None:
        return None
    if not isinstance(geometry, Mapping):
        raise ValueError("the geometry is no object")
    kind = geometry.get("type")
    if kind == "GeometryCollection":
        parts = _several(geometry.get("geometries"))
        return place_of(parts[0])
    reader = READERS.get(str(kind))
    if reader is None:
        raise ValueError(f"unknown geometry {kind!r}")
    lon, lat = reader(geometry.get("coordinates"))
    return Place(lat, lon)


def _several(value: object) -> Sequence[object]:
    if not isinstance(value, list | tuple) or not value:
        raise ValueError("coordinates are missing")
    return value


def _point(value: object) -> Point:
    numbers = _several(value)[:2]
    if len(numbers) < 2 or not all(_number(one) for one in numbers):
        raise ValueError(f"not a longitude and a latitude: {value!r}"[:100])
    lon, lat = (float(str(one)) for one in numbers)
    return lon, lat


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _line(value: object) -> list[Point]:
    return [_point(one) for one in _several(value)]


def _rings(value: object) -> list[list[Point]]:
    rings = [_line(one) for one in _several(value)]
    return [[*ring, ring[0]] if ring[0] != ring[-1] else ring for ring in rings]


def _of_polygons(value: object) -> Point:
    polygons = [_rings(one) for one in _several(value)]
    return point_in(max(polygons, key=lambda rings: abs(surface(rings[0]))))


READERS: Mapping[str, Callable[[object], Point]] = {
    "Point": _point,
    "MultiPoint": lambda value: _line(value)[0],
    "LineString": lambda value: middle_of_line(_line(value)),
    "MultiLineString": lambda value: middle_of_line(max(_rings_open(value), key=len)),
    "Polygon": lambda value: point_in(_rings(value)),
    "MultiPolygon": _of_polygons,
}


def _rings_open(value: object) -> list[list[Point]]:
    return [_line(one) for one in _several(value)]
