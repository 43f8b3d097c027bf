"""`gridbee load FOLDER`: areas.geojson and offices.csv into the database, checked as a whole
before anything changes.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from shapely.errors import ShapelyError
from shapely.geometry import shape

from domain.area import OFFICE, Area
from storage.database import Database

OFFICE_FILES = ("offices.csv", "units.csv")  # the second is the name of before 0.3


class LoadError(ValueError):
    """The folder's files are not what they should be; the text says which feature and why."""


class Properties(BaseModel):
    """A feature's properties; others may stand beside these."""

    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)
    code: str = Field(min_length=1, max_length=32, pattern=r"^[\w-]+$")
    name: str = Field(min_length=1, max_length=60)
    level: str = Field(min_length=1, max_length=30)
    parent: str | None = ""
    tags: tuple[str, ...] = ()

    @field_validator("level")
    @classmethod
    def renamed(cls, level: str) -> str:
        """Files of before 0.3 say `unit` where an office is meant."""
        return OFFICE if level == "unit" else level

    @field_validator("tags", mode="before")
    @classmethod
    def listed(cls, tags: Any) -> Any:
        """A list of texts, or one text with commas."""
        if isinstance(tags, str):
            tags = re.split("[,，、]", tags)
        if not isinstance(tags, list | tuple | None) or not all(
            isinstance(tag, str) for tag in tags or ()
        ):
            raise ValueError("must be a list of texts, or one text with commas")
        return tuple(dict.fromkeys(tag.strip() for tag in tags or () if tag.strip()))


def read_areas(folder: Path) -> list[Area]:
    """The areas of FOLDER/areas.geojson and the offices beside it, if there are any. Raises
    LoadError.
    """
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
    for path in [folder / name for name in OFFICE_FILES if (folder / name).exists()][
        :1
    ]:
        areas += _offices(path, {area.code for area in areas})
    roots = [area.code for area in areas if not area.parent and not area.is_office]
    if len(roots) == 1:
        areas = [
            replace(area, parent=roots[0])
            if area.is_office and not area.parent
            else area
            for area in areas
        ]
    _check_tree(areas)
    return areas


def _offices(path: Path, taken: set[str]) -> list[Area]:
    """The offices of a file with the columns code, name and, if they lie below another area than
    the root, parent.
    """
    offices: list[Area] = []
    for line, row in table(path, ("code", "name")):
        try:
            known = Properties.model_validate(
                row | {"level": OFFICE, "tags": row.get("tags", "")}
            )
        except ValidationError as error:
            raise LoadError(f"{path} line {line}: {_why(error)}") from None
        if known.code in taken:
            raise LoadError(f"{path} line {line}: code {known.code} is used twice")
        if known.parent and known.parent not in taken - {
            office.code for office in offices
        }:
            raise LoadError(
                f"{path} line {line}: there is no area '{known.parent}' to be its parent"
            )
        taken = taken | {known.code}
        offices.append(
            Area(known.code, known.name, OFFICE, known.parent or "", tags=known.tags)
        )
    return offices


def table(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """(line, values by column) of a CSV file whose first line names at least these columns.
    Raises LoadError.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise LoadError(f"there is no {path}") from None
    except UnicodeDecodeError:
        raise LoadError(
            f"{path} is not UTF-8 text; in a spreadsheet, save it as 'CSV UTF-8'"
        ) from None
    reader = csv.reader(io.StringIO(text))
    try:
        head = [name.strip().lower() for name in next(reader, [])]
        if not set(columns) <= set(head):
            raise LoadError(f"{path} line 1: must be {','.join(columns)}")
        for row in reader:
            if any(value.strip() for value in row):
                values = (value.strip() for value in row)
                yield (
                    reader.line_num,
                    dict.fromkeys(head, "") | dict(zip(head, values, strict=False)),
                )
    except csv.Error as error:
        raise LoadError(f"{path} line {reader.line_num}: {error}") from None


def _why(error: ValidationError) -> str:
    told = (
        f"{'.'.join(map(str, e['loc']))}: {e['msg'].removeprefix('Value error, ')}"
        for e in error.errors()
    )
    return "; ".join(told)


def _area(number: int, feature: Any) -> Area:
    try:
        known = Properties.model_validate(feature.get("properties") or {})
    except (ValidationError, AttributeError) as error:
        why = _why(error) if isinstance(error, ValidationError) else error
        raise LoadError(f"feature {number}: {why}") from None
    plain = Area(
        known.code, known.name, known.level, known.parent or "", tags=known.tags
    )
    geometry = feature.get("geometry")
    if not geometry:
        return plain
    if plain.is_office:
        raise LoadError(
            f"feature {number} ({known.code}): an office has no geometry; make it null"
        )
    if not isinstance(geometry, dict) or geometry.get("type") not in (
        "Polygon",
        "MultiPolygon",
    ):
        raise LoadError(
            f"feature {number} ({known.code}): geometry must be a Polygon or MultiPolygon"
        )
    try:
        made = shape(geometry)
        west, south, east, north = made.bounds
        valid = (
            made.is_valid
            and west >= -180
            and east <= 180
            and south >= -90
            and north <= 90
        )
    except (ShapelyError, ValueError, TypeError, IndexError, KeyError, AttributeError):
        valid = False
    if not valid:
        raise LoadError(
            f"feature {number} ({known.code}): its polygon crosses itself or is not in degrees"
        )
    return replace(plain, polygon=tuple(geometry["coordinates"]), kind=geometry["type"])


def _check_tree(areas: list[Area]) -> None:
    codes = [area.code for area in areas]
    twice = {code for code in codes if codes.count(code) > 1}
    if twice:
        raise LoadError(f"code used twice: {', '.join(sorted(twice))}")
    lost = [
        area.code for area in areas if area.parent and area.parent not in set(codes)
    ]
    if lost:
        raise LoadError(f"parent not in the file: {', '.join(lost)}")
    offices = {area.code for area in areas if area.is_office}
    under = [area.code for area in areas if area.parent in offices]
    if under:
        raise LoadError(f"nothing lies below an office: {', '.join(under)}")
    roots = [area.code for area in areas if not area.parent and not area.is_office]
    if len(roots) != 1:
        raise LoadError(
            f"exactly one area has no parent; here it is {', '.join(roots) or 'none'}"
        )
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
        await unit.areas.replace(areas)
        unit.history.audit(None, "load", areas=len(areas))
        unit.directory_changes()
    return len(areas)
