"""Entries from what others wrote down: GeoJSON features and rows of a table.

Plain dicts come in; whoever opened the file says where they are from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from domain.messages import Place
from domain.places.entries import ROAD, Entry
from domain.places.shapes import place_of

NAMES = (
    "name:zh",
    "name",
    "name:zh-Hans",
    "name:en",
    "alt_name",
    "old_name",
    "short_name",
    "official_name",
)
"""The tags that hold names, the one to show first."""
KINDS = (
    "building",
    "shop",
    "amenity",
    "office",
    "tourism",
    "leisure",
    "railway",
    "public_transport",
    "place",
)
POINTS_OF_A_ROAD = {
    "bus_stop",
    "crossing",
    "traffic_signals",
    "street_lamp",
    "services",
    "rest_area",
}
"""Values of `highway` that are no road."""
BETWEEN_ALIASES = re.compile(r"[/;；、|]")
FIRST_ROW = 2  # the first line of a table says what the columns are


def from_features(features: Iterable[object]) -> Iterator[Entry]:
    """The entries of GeoJSON features; those without a name and an address are passed over.

    Extracts of OpenStreetMap work as they are: names are in `name`, `name:zh`, `alt_name` …,
    addresses in `addr:street` and `addr:housenumber`. `area` may hold an area's code, and
    `aliases` more names. Raises ValueError with the number of the feature, from 1.
    """
    for number, feature in enumerate(features, 1):
        try:
            entry = _entry(feature)
        except ValueError as error:
            raise ValueError(f"feature {number}: {error}") from error
        if entry:
            yield entry


def _entry(feature: object) -> Entry | None:
    if not isinstance(feature, Mapping):
        raise ValueError("no object")
    properties = feature.get("properties") or {}
    if not isinstance(properties, Mapping):
        raise ValueError("the properties are no object")
    tags = {
        str(key): str(value).strip()
        for key, value in properties.items()
        if value is not None
    }
    names = list(dict.fromkeys(_names(tags)))
    if not names:
        return None
    place = place_of(feature.get("geometry"))
    area = "" if tags.get("area") in ("yes", "no") else tags.get("area", "")
    if place is None and not area:
        raise ValueError(f"{names[0]} has neither a geometry nor an area")
    return Entry(
        names[0],
        area,
        place,
        tuple(names[1:]),
        _kind(tags),
    )


def _names(tags: Mapping[str, str]) -> Iterator[str]:
    """What a feature is called, best first, and its address last."""
    for key in NAMES:
        yield from _parts(tags.get(key, ""))
    yield from _parts(tags.get("aliases", ""))
    street, number = tags.get("addr:street", ""), tags.get("addr:housenumber", "")
    if street and number:
        for one in _parts(number.replace(",", ";")):
            yield _address(street, one)


def _address(street: str, number: str) -> str:
    """「文昌路12号」, or 12 Renmin Road."""
    if street.isascii():
        return f"{number} {street}"
    return (
        f"{street}{number}"
        if number.endswith(("号", "弄", "號"))
        else f"{street}{number}号"
    )


def _kind(tags: Mapping[str, str]) -> str:
    highway = tags.get("highway", "")
    if highway in POINTS_OF_A_ROAD:
        return highway
    if highway:
        return ROAD
    return next((key for key in KINDS if tags.get(key) not in (None, "no")), "")


def _parts(names: str) -> list[str]:
    return [part for one in BETWEEN_ALIASES.split(names) if (part := one.strip())]


def from_rows(rows: Iterable[Mapping[str, str | None]]) -> Iterator[Entry]:
    """The entries of a table with the columns name, lat, lon, area, aliases and, if wanted, kind.

    Aliases are parted by / ; or 、. Degrees are WGS-84. Empty rows are nothing. Raises
    ValueError with the number of the row; the first below the head is FIRST_ROW.
    """
    for number, row in enumerate(rows, FIRST_ROW):
        cells = {
            _column(key): (value or "").strip()
            for key, value in row.items()
            if _is_cell(value)
        }
        if not any(cells.values()):
            continue
        try:
            yield _row_entry(cells)
        except ValueError as error:
            raise ValueError(f"row {number}: {error}") from error


def _column(key: str | None) -> str:
    return (key or "").strip("\ufeff ").casefold()


def _is_cell(value: object) -> bool:
    """Not the list that a CSV reader makes of cells beyond the last column."""
    return value is None or isinstance(value, str)


def _row_entry(cells: Mapping[str, str]) -> Entry:
    name, area, kind = (cells.get(key, "") for key in ("name", "area", "kind"))
    if not name:
        raise ValueError("no name")
    place = _place(cells.get("lat", ""), cells.get("lon", ""))
    if place is None and not area:
        raise ValueError(f"{name} has neither lat and lon nor an area")
    return Entry(
        name,
        area,
        place,
        tuple(_parts(cells.get("aliases", ""))),
        kind,
    )


def _place(lat: str, lon: str) -> Place | None:
    if not lat and not lon:
        return None
    try:
        degrees = float(lat), float(lon)
    except ValueError:
        raise ValueError(f"not degrees: lat {lat!r}, lon {lon!r}") from None
    return Place(*degrees)
