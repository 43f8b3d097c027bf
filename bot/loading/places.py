"""places.csv and places.geojson: buildings, shops, crossings and stations by their names."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path

import orjson

from bot.loading.table import LoadError, table
from domain.places.entries import Entry
from domain.places.extract import from_features, from_rows
from domain.values.rows import Row

LONGEST_NAME = 60


def read_places(folder: Path, areas: Set[str]) -> list[Entry] | None:
    """The places of FOLDER/places.csv and FOLDER/places.geojson; None where there is neither.

    `areas` are the codes that a place may name as its own. Raises LoadError.
    """
    listed, drawn = folder / "places.csv", folder / "places.geojson"
    if not listed.exists() and not drawn.exists():
        return None
    found: list[Entry] = []
    if listed.exists():
        found += _listed(listed, areas)
    if drawn.exists():
        found += _drawn(drawn, areas)
    return found


def _listed(path: Path, areas: Set[str]) -> list[Entry]:
    """The rows of a table with the columns name, lat, lon, area, aliases and kind."""
    found = []
    for row in table(path, ("name",)):
        try:
            entry = _entry(row)
            _check(entry, areas)
        except ValueError as error:
            raise LoadError(f"{path} line {row.line}: {error}") from None
        found.append(entry)
    return found


def _entry(row: Row) -> Entry:
    try:
        return next(from_rows([row]))
    except ValueError as error:
        # only the line in the file says which row it is
        raise ValueError(str(error).partition(": ")[2]) from None


def _drawn(path: Path, areas: Set[str]) -> list[Entry]:
    """The features of a FeatureCollection, as an extract of OpenStreetMap has them."""
    try:
        features = orjson.loads(path.read_bytes())["features"]
        found = list(from_features(features))
        for entry in found:
            _check(entry, areas)
    except (orjson.JSONDecodeError, KeyError, TypeError):
        raise LoadError(f"{path} is no GeoJSON FeatureCollection") from None
    except ValueError as error:
        raise LoadError(f"{path} {error}") from None
    return found


def _check(entry: Entry, areas: Set[str]) -> None:
    if len(entry.name) > LONGEST_NAME:
        shown = entry.name[:LONGEST_NAME]
        raise ValueError(f"{shown}… is longer than {LONGEST_NAME} characters")
    if entry.area and entry.area not in areas:
        raise ValueError(f"{entry.name}: there is no area '{entry.area}'")
