"""stations.csv and stations.geojson: the rest stations, every mistake with its line."""

from __future__ import annotations

from collections.abc import Iterator, Set
from pathlib import Path
from typing import Any

import orjson

from bot.loading.checked import Told, checked
from bot.loading.station_fields import station_of
from bot.loading.table import LoadError, table
from domain.stations.station import Station

FILES = ("stations.csv", "stations.geojson")
COLUMNS = ("code", "name", "lat", "lon")


def read_stations(
    folder: Path, areas: Set[str], offices: Set[str]
) -> list[Station] | None:
    """The stations of FOLDER/stations.csv and FOLDER/stations.geojson; None where there is neither.

    `areas` and `offices` are the codes that a station may name as its area and its keeper. Raises
    LoadError with all mistakes: nothing is loaded then.
    """
    listed, drawn = (folder / name for name in FILES)
    if not listed.exists() and not drawn.exists():
        return None
    told = [*_listed(listed), *_drawn(drawn)]

    def made(values: dict[str, Any]) -> Station:
        station = station_of(values)
        _check(station, areas, offices)
        return station

    return checked(told, made)


def _listed(path: Path) -> Iterator[Told]:
    if path.exists():
        for row in table(path, COLUMNS):
            yield f"{path} line {row.line}", dict(row)


def _drawn(path: Path) -> Iterator[Told]:
    """The points of a FeatureCollection."""
    if not path.exists():
        return
    try:
        features = list(orjson.loads(path.read_bytes())["features"])
    except (orjson.JSONDecodeError, KeyError, TypeError):
        raise LoadError(f"{path} is no GeoJSON FeatureCollection") from None
    for number, feature in enumerate(features, 1):
        yield f"{path} feature {number}", _values(feature)


def _values(feature: Any) -> dict[str, Any]:
    """A feature's properties, with its point where it is one."""
    known = feature if isinstance(feature, dict) else {}
    values = dict(known.get("properties") or {})
    geometry = known.get("geometry") or {}
    if geometry.get("type") == "Point":
        point = [*(geometry.get("coordinates") or ()), None, None]
        values |= {"lon": point[0], "lat": point[1]}
    return values


def _check(station: Station, areas: Set[str], offices: Set[str]) -> None:
    if station.area and station.area not in areas:
        raise ValueError(f"there is no area '{station.area}'")
    if station.keeper and station.keeper not in offices:
        raise ValueError(f"there is no office '{station.keeper}' to be its keeper")
