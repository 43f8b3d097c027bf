"""One point for a GeoJSON geometry, as a plain dict; what is malformed is a ValueError."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from domain.messages import Place
from domain.places.points import Point, middle_of_line, point_in, surface


def place_of(geometry: object) -> Place | None:
    """One point for a geometry, None for null. Raises ValueError for what is malformed.

    It is a line's middle, a point inside a surface, and of several parts the largest one's.
    """
    if geometry is None:
        return None
    if not isinstance(geometry, Mapping):
        raise ValueError("the geometry is no object")
    kind = str(geometry.get("type"))
    if kind == "GeometryCollection":
        parts = _several(geometry.get("geometries"))
        return place_of(parts[0])
    reader = READERS.get(kind)
    if reader is None:
        raise ValueError(f"unknown geometry {kind}")
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


def _middle(value: object) -> Point:
    return middle_of_line(_line(value))


def _of_lines(value: object) -> Point:
    """The middle of the line with most points."""
    lines = [_line(one) for one in _several(value)]
    return middle_of_line(max(lines, key=len))


def _rings(value: object) -> list[list[Point]]:
    """The rings of a polygon, each closed."""
    rings = [_line(one) for one in _several(value)]
    for ring in rings:
        if ring[0] != ring[-1]:
            ring.append(ring[0])
    return rings


def _inside(value: object) -> Point:
    return point_in(_rings(value))


def _of_polygons(value: object) -> Point:
    """A point inside the largest polygon."""
    polygons = [_rings(one) for one in _several(value)]
    largest = max(polygons, key=lambda rings: abs(surface(rings[0])))
    return point_in(largest)


READERS: Mapping[str, Callable[[object], Point]] = {
    "Point": _point,
    "MultiPoint": lambda value: _line(value)[0],
    "LineString": _middle,
    "MultiLineString": _of_lines,
    "Polygon": _inside,
    "MultiPolygon": _of_polygons,
}
