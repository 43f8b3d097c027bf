"""An area's polygon, checked: whole, in degrees, not crossing itself."""

from __future__ import annotations

from typing import Any

from shapely.errors import ShapelyError
from shapely.geometry import shape

KINDS = ("Polygon", "MultiPolygon")


def polygon(geometry: Any) -> tuple[str, tuple[Any, ...]]:
    """(kind, coordinates) of a GeoJSON geometry. Raises ValueError for what is no polygon."""
    if not isinstance(geometry, dict) or geometry.get("type") not in KINDS:
        raise ValueError("geometry must be a Polygon or MultiPolygon")
    if not _valid(geometry):
        raise ValueError("its polygon crosses itself or is not in degrees")
    return geometry["type"], tuple(geometry["coordinates"])


def _valid(geometry: dict[str, Any]) -> bool:
    try:
        made = shape(geometry)
        west, south, east, north = made.bounds
        in_degrees = west >= -180 and east <= 180 and south >= -90 and north <= 90
        return bool(made.is_valid and in_degrees)
    except (ShapelyError, ValueError, TypeError, IndexError, KeyError, AttributeError):
        return False
