"""Reads the names of all places: of areas, of what was loaded, and of what riders taught."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.messages import Place
from domain.places.areas import area_entries
from domain.places.entries import Entry
from domain.places.taught import ENOUGH, Use, learn
from storage.memory.directory import Directory
from storage.memory.place_names import PlaceNames
from storage.tables.places import place_uses, places

KEPT = timedelta(days=365)
"""What nobody has said for so long is no name of a place any more."""


async def load_place_names(
    connection: AsyncConnection, directory: Directory, now: datetime
) -> PlaceNames:
    """The names as this connection sees them; a place outside of all areas has none."""
    rows = await connection.execute(select(places).order_by(places.c.id))
    loaded = [*_areas(directory), *within(directory, map(entry_of, rows))]
    uses = await _uses(connection, now - KEPT)
    return PlaceNames(loaded, _learnt(directory, uses))


def within(directory: Directory, entries: Iterable[Entry]) -> list[Entry]:
    """The entries that lie in an area: what they say, if there is such an area, else where their
    point is.
    """
    real = {area.code for area in directory.areas.values() if not area.is_office}
    told: list[Entry] = []
    lost: list[Entry] = []
    for entry in entries:
        (told if entry.area in real else lost).append(entry)
    points = [entry.place for entry in lost if entry.place]
    areas = dict(zip(points, directory.locate_all(points), strict=True))
    found = ((entry, areas.get(entry.place, "")) for entry in lost if entry.place)
    return [*told, *(replace(entry, area=area) for entry, area in found if area)]


def meaning(directory: Directory, uses: Sequence[Use]) -> Entry | None:
    """What the uses of one name make of it; None while they make nothing, or nothing in an area."""
    entry = learn(uses)
    return next(iter(within(directory, [entry])), None) if entry else None


def _areas(directory: Directory) -> list[Entry]:
    """Every area but the root, which says nothing, each with a point inside."""
    named = [
        (area.code, area.name)
        for area in directory.areas.values()
        if not area.is_office and area.code != directory.root
    ]
    return [
        replace(entry, place=directory.middle(entry.area))
        for entry in area_entries(named)
    ]


def entry_of(row: Any) -> Entry:
    place = None if row.lat is None else Place(row.lat, row.lon)
    return Entry(row.name, row.area, place, tuple(row.aliases or ()), row.kind)


async def _uses(connection: AsyncConnection, since: datetime) -> list[Any]:
    """The uses of every name that enough people know, by name."""
    c = place_uses.c
    recent = c.at >= since
    common = select(c.form).where(recent).group_by(c.form)
    common = common.having(func.count() >= ENOUGH)
    rows = select(place_uses).where(recent, c.form.in_(common))
    return list(await connection.execute(rows.order_by(c.form, c.at)))


def _learnt(directory: Directory, rows: Iterable[Any]) -> dict[str, Entry | None]:
    """What each name means by its uses, the name that was used last at the end."""
    by_form = {
        form: [use_of(row) for row in group] for form, group in groupby(rows, _form)
    }
    forms = sorted(by_form, key=lambda form: by_form[form][-1].at)
    return {form: meaning(directory, by_form[form]) for form in forms}


def _form(row: Any) -> str:
    return str(row.form)


def use_of(row: Any) -> Use:
    return Use(row.words, Place(row.lat, row.lon), row.person_id, row.at)
