"""areas.geojson and the offices beside it, read and checked as a whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
from pydantic import ValidationError

from bot.loading.offices import offices_of
from bot.loading.polygon import polygon
from bot.loading.properties import Properties
from bot.loading.table import LoadError, why
from bot.loading.tree import check_tree, roots_of
from domain.area import Area

AREAS = "areas.geojson"
OFFICE_FILES = ("offices.csv", "units.csv")  # the second is the name of before 0.3


def read_areas(folder: Path) -> list[Area]:
    """The areas of FOLDER/areas.geojson and the offices beside it, if there are any.

    Raises LoadError.
    """
    features = _features(folder / AREAS)
    areas = [_area(number, feature) for number, feature in enumerate(features, 1)]
    beside = (folder / name for name in OFFICE_FILES)
    path = next((one for one in beside if one.exists()), None)
    if path is not None:
        areas += offices_of(path, {area.code for area in areas})
    areas = _under_the_root(areas)
    check_tree(areas)
    return areas


def _features(path: Path) -> list[Any]:
    try:
        features = orjson.loads(path.read_bytes())["features"]
    except FileNotFoundError:
        raise LoadError(f"there is no {path}") from None
    except (orjson.JSONDecodeError, KeyError, TypeError) as error:
        raise LoadError(f"{path} is no GeoJSON FeatureCollection: {error}") from None
    if not isinstance(features, list):
        raise LoadError(f"{path} is no GeoJSON FeatureCollection: features is no list")
    return features


def _under_the_root(areas: list[Area]) -> list[Area]:
    """An office that names no parent lies below the root."""
    roots = roots_of(areas)
    if len(roots) != 1:
        return areas
    return [
        replace(area, parent=roots[0]) if area.is_office and not area.parent else area
        for area in areas
    ]


def _area(number: int, feature: Any) -> Area:
    try:
        known = Properties.model_validate(feature.get("properties") or {})
    except ValidationError as error:
        raise LoadError(f"feature {number}: {why(error)}") from None
    except AttributeError as error:
        raise LoadError(f"feature {number}: {error}") from None
    area = known.area()
    geometry = feature.get("geometry")
    if not geometry:
        return area
    try:
        if area.is_office:
            raise ValueError("an office has no geometry; make it null")
        kind, coordinates = polygon(geometry)
    except ValueError as error:
        raise LoadError(f"feature {number} ({area.code}): {error}") from None
    return replace(area, polygon=coordinates, kind=kind)
