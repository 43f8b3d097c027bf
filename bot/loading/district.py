"""A folder's areas, offices and places into the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.config.counted import counted
from bot.config.fitting import listed
from bot.loading.areas import AREAS, read_areas
from bot.loading.kept import LOAD, Kept, as_keepers_have_it
from bot.loading.places import read_places
from bot.loading.stations import read_stations
from bot.loading.table import LoadError
from domain.area import Area
from domain.stations.station import Station
from storage.database import Database
from storage.naming import within
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many there are now. `places` and `stations` are None where the folder has no file of
    them, and `outside` is how many of the places lie in no area: they are kept, but not found.
    `kept` says which stations are not as the file has them, but as their keepers do.
    """

    areas: int
    offices: int
    places: int | None = None
    outside: int = 0
    stations: int | None = None
    kept: Kept = field(default_factory=dict)


async def load_district(
    database: Database,
    folder: Path,
    *,
    overwrite: bool = False,
) -> Loaded:
    """Puts the folder's areas in place of the old ones, and its places and stations if it has any.
    What keepers changed of a station stays, unless `overwrite` says otherwise.

    Everything is read and checked before anything changes. Raises LoadError.
    """
    kept: Kept = {}
    areas = read_areas(folder)
    real = {area.code for area in areas if not area.is_office}
    places = read_places(folder, real)
    offices = {area.code for area in areas} - real
    stations = read_stations(folder, real, offices)
    async with database.unit() as unit:
        await _leaves_nobody_out(unit, areas)
        await unit.areas.replace(areas)
        if places is not None:
            await unit.places.replace(places)
        if stations is not None:
            kept = await _put(unit, stations, overwrite)
        unit.history.audit(None, "load", areas=len(areas), places=len(places or ()))
        unit.directory_changes()
    loaded = Loaded(len(real), len(offices), stations=_count(stations), kept=kept)
    if places is None:
        return loaded
    inside = len(within(database.directory, places))
    return replace(loaded, places=len(places), outside=len(places) - inside)


async def _leaves_nobody_out(unit: Unit, areas: Sequence[Area]) -> None:
    """Raises LoadError where cases are open in what the file has no more: nobody would see them."""
    gone = unit.directory.areas.keys() - {area.code for area in areas}
    open_there = await unit.cases.open_by_area(gone) if gone else {}
    if open_there:
        cases = counted(sum(open_there.values()), "open case")
        raise LoadError(
            f"{AREAS} leaves out {listed(sorted(open_there))}, with {cases} that nobody would see "
            "any more: keep what has open cases in the file until they are closed or handed on"
        )


async def load_stations(
    database: Database,
    folder: Path,
    *,
    overwrite: bool = False,
) -> tuple[int, Kept]:
    """Puts the folder's rest stations in place of the old ones, in the areas that are there.
    Returns how many, and what stays in them as their keepers have it. Raises LoadError.
    """
    directory = database.directory
    offices = {office.code for office in directory.offices}
    stations = read_stations(folder, directory.areas.keys() - offices, offices)
    if stations is None:
        raise LoadError(f"there is no stations.csv and no stations.geojson in {folder}")
    async with database.unit() as unit:
        kept = await _put(unit, stations, overwrite)
    return len(stations), kept


async def _put(
    unit: Unit,
    loaded: Sequence[Station],
    overwrite: bool,
) -> Kept:
    """The log says of a load that left keepers' changes which they were."""
    if overwrite:
        await unit.stations.replace(loaded)
        unit.history.audit(None, LOAD, stations=len(loaded))
        return {}
    stations, kept = await as_keepers_have_it(unit, loaded)
    await unit.stations.replace(stations)
    unit.history.audit(None, LOAD, stations=len(stations), kept=sorted(kept))
    return kept


def _count(stations: Sequence[Station] | None) -> int | None:
    return None if stations is None else len(stations)
