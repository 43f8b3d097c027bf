"""`gridbee load FOLDER`: areas.geojson into the database, checked as a whole before anything changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from shapely.errors import ShapelyError
from shapely.geometry import shape

from domain.people import Area
from storage.areas import replace_areas
from storage.database import Database


class LoadError(ValueError):
    """The folder's files are not what they should be; the text says which feature and why."""


class Properties(BaseModel):
    """A feature's properties; others may stand beside these."""

    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)
    code: str = Field(min_length=1, max_length=32, pattern=r"^[\w-]+$")
    name: str = Field(min_length=1, max_length=60)
    level: str = Field(min_length=1, max_length=30)
    parent: str | None = ""


def read_areas(folder: Path) -> list[Area]:
    """The areas of FOLDER/areas.geojson. Raises LoadError."""
    path = folder / "areas.geojson"
    try:
        features = orjson.loads(path.read_bytes())["features"]
    except FileNotFoundError:
        raise LoadError(f"there is no {path}") from None
    except (orjson.JSONDecodeError, KeyError, TypeError) as error:
        raise LoadError(f"{path} is no GeoJSON FeatureCollection: {error}") from None
    if not isinstance(features, list):
        raise LoadError(f"{path} is no GeoJSON FeatureCollection: features is no list")
    areas = [_area(number, feature) for number, feature in enumerate(features, 1)]
    _check_tree(areas)
    return areas


def _area(number: int, feature: Any) -> Area:
    try:
        known = Properties.model_validate(feature.get("properties") or {})
    except (ValidationError, AttributeError) as error:
        why = (
            "; ".join(f"{e['loc'][0]}: {e['msg']}" for e in error.errors())
            if isinstance(error, ValidationError)
            else error
        )
        raise LoadError(f"feature {number}: {why}") from None
    geometry = feature.get("geometry")
    if not geometry:
        return Area(known.code, known.name, known.level, known.parent or "")
    if not isinstance(geometry, dict) or geometry.get("type") not in ("Polygon", "MultiPolygon"):
        raise LoadError(f"feature {number} ({known.code}): geometry must be a Polygon or MultiPolygon")
    try:
        made = shape(geometry)
        west, south, east, north = made.bounds
        valid = made.is_valid and west >= -180 and east <= 180 and south >= -90 and north <= 90
    except (ShapelyError, ValueError, TypeError, IndexError, KeyError, AttributeError):
        valid = False
    if not valid:
        raise LoadError(f"feature {number} ({known.code}): its polygon crosses itself or is not in degrees")
    return Area(
        known.code, known.name, known.level, known.parent or "", tuple(geometry["coordinates"]), geometry["type"]
    )


def _check_tree(areas: list[Area]) -> None:
    codes = [area.code for area in areas]
    twice = {code for code in codes if codes.count(code) > 1}
    if twice:
        raise LoadError(f"code used twice: {', '.join(sorted(twice))}")
    lost = [area.code for area in areas if area.parent and area.parent not in set(codes)]
    if lost:
        raise LoadError(f"parent not in the file: {', '.join(lost)}")
    roots = [area.code for area in areas if not area.parent]
    if len(roots) != 1:
        raise LoadError(f"exactly one area has no parent; here it is {', '.join(roots) or 'none'}")
    parents = {area.code: area.parent for area in areas}
    for code in codes:
        step, climbed = code, 0
        while parents[step] and climbed <= len(codes):
            step, climbed = parents[step], climbed + 1
        if climbed > len(codes):
            raise LoadError(f"{code} is its own ancestor")


async def load(database: Database, folder: Path) -> int:
    """Puts the folder's areas in place of the old ones. Returns how many."""
    areas = read_areas(folder)
    async with database.unit() as unit:
        await replace_areas(unit.connection, areas)
        unit.history.audit(None, "load", areas=len(areas))
        unit.directory_changes()
    return len(areas)
