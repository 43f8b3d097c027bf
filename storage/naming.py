"""Reads the names of all places: of areas, of what was loaded, and of what riders taught."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import bindparam, func, select

from domain.messages import Place
from domain.places.entries import Entry
from domain.places.taught import ENOUGH, Use, learn
from storage.asynchronous import AsyncConnection
from storage.memory.directory import Directory
from storage.memory.place_names import PlaceNames
from storage.tables.places import place_uses, places

STATION = "station"
KEPT = timedelta(days=365)
"""What nobody has said for so long is no name of a place any more."""

PLACES = select(places).order_by(places.c.id)
RECENT = place_uses.c.at >= bindparam("since")
COMMON = (
    select(place_uses.c.form)
    .where(RECENT)
    .group_by(place_uses.c.form)
    .having(func.count() >= ENOUGH)
)
USES = (
    select(place_uses)
    .where(RECENT, place_uses.c.form.in_(COMMON))
    .order_by(place_uses.c.form, place_uses.c.at)
)
"""The uses of every name that enough people know, by name."""


async def load_place_names(
    connection: AsyncConnection,
    directory: Directory,
    now: datetime,
) -> PlaceNames:
    """The names as this connection sees them; a place outside of all areas has none."""
    loaded = within(directory, map(entry_of, await connection.execute(PLACES)))
    uses = await connection.execute(USES, {"since": now - KEPT})
    return PlaceNames(
        [*directory.named, *loaded, *_stations(directory)],
        _learnt(directory, uses),
    )


def within(
    directory: Directory,
    entries: Iterable[Entry],
) -> list[Entry]:
    """The entries that lie in an area: what they say, if there is such an area, else where their
    point is.
    """
    offices = {office.code for office in directory.offices}
    real = directory.areas.keys() - offices
    found: list[Entry] = []
    lost: list[Entry] = []
    points: list[Place] = []
    for entry in entries:
        if entry.area in real:
            found.append(entry)
        elif entry.place is not None:
            lost.append(entry)
            points.append(entry.place)
    areas = directory.locate_all(points)
    for entry, area in zip(lost, areas, strict=True):
        if area:
            found.append(replace(entry, area=area))
    return found


def meaning(
    directory: Directory,
    uses: Sequence[Use],
) -> Entry | None:
    """What the uses of one name make of it; None while they make nothing, or nothing in an area."""
    entry = learn(uses)
    if entry is None:
        return None
    found = within(directory, [entry])
    return found[0] if found else None


def _stations(directory: Directory) -> list[Entry]:
    """Every rest station: what is broken there is told by its name."""
    stations = directory.stations.values()
    return within(
        directory,
        [Entry(one.name, one.area, one.place, kind=STATION) for one in stations],
    )


def entry_of(row: Any) -> Entry:
    place = None
    if row.lat is not None:
        place = Place(row.lat, row.lon)
    return Entry(
        row.name,
        row.area,
        place,
        tuple(row.aliases or ()),
        row.kind,
    )


def _learnt(
    directory: Directory,
    rows: Iterable[Any],
) -> dict[str, Entry | None]:
    """What each name means by its uses, the name that was used last at the end."""
    named = []
    for form, group in groupby(rows, _form):
        uses = [use_of(row) for row in group]
        entry = meaning(directory, uses)
        named.append((uses[-1].at, form, entry))
    named.sort(key=_when)
    return {form: entry for _, form, entry in named}


def _when(named: tuple[datetime, str, Entry | None]) -> datetime:
    return named[0]


def _form(row: Any) -> str:
    return str(row.form)


def use_of(row: Any) -> Use:
    return Use(
        row.words,
        Place(row.lat, row.lon),
        row.person_id,
        row.at,
    )
