"""The district as the page's map draws it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from domain.area import Area


def drawn(areas: Iterable[Area]) -> dict[str, Any]:
    """{"bounds": [west, south, east, north], "areas": […]}; degrees, as in GeoJSON."""
    with_polygon = [area for area in areas if area.polygon]
    points = [point for area in with_polygon for point in _points(area.polygon)]
    lons = [point[0] for point in points] or [0, 1]
    lats = [point[1] for point in points] or [0, 1]
    return {
        "bounds": [min(lons), min(lats), max(lons), max(lats)],
        "areas": [_shown(area) for area in with_polygon if area.kind == "Polygon"],
    }


def _shown(area: Area) -> dict[str, Any]:
    return {
        "code": area.code,
        "name": area.name,
        "level": area.level,
        "parent": area.parent,
        "polygon": area.polygon,
    }


def _points(polygon: Any) -> Iterator[Any]:
    """Every [lon, lat] in a GeoJSON coordinate tree."""
    if polygon and isinstance(polygon[0], int | float):
        yield polygon
        return
    for part in polygon or ():
        yield from _points(part)
