"""A folder's areas, offices and places into the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.loading.areas import read_areas
from bot.loading.places import read_places
from bot.loading.stations import read_stations
from bot.loading.table import LoadError
from domain.stations.station import Station
from storage.database import Database
from storage.naming import within


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many there are now. `places` and `stations` are None where the folder has no file of
    them, and `outside` is how many of the places lie in no area: they are kept, but not found.
    """

    areas: int
    offices: int
    places: int | None = None
    outside: int = 0
    stations: int | None = None


async def load_district(database: Database, folder: Path) -> Loaded:
    """Puts the folder's areas in place of the old ones, and its places and stations if it has any.

    Everything is read and checked before anything changes. Raises LoadError.
    """
    areas = read_areas(folder)
    real = {area.code for area in areas if not area.is_office}
    places = read_places(folder, real)
    offices = {area.code for area in areas} - real
    stations = read_stations(folder, real, offices)
    async with database.unit() as unit:
        await unit.areas.replace(areas)
        if places is not None:
            await unit.places.replace(places)
        if stations is not None:
            await unit.stations.replace(stations)
            unit.history.audit(None, "load-stations", stations=len(stations))
        unit.history.audit(None, "load", areas=len(areas), places=len(places or ()))
        unit.directory_changes()
    loaded = Loaded(len(real), len(offices), stations=_count(stations))
    if places is None:
        return loaded
    inside = len(within(database.directory, places))
    return replace(loaded, places=len(places), outside=len(places) - inside)


async def load_stations(database: Database, folder: Path) -> int:
    """Puts the folder's rest stations in place of the old ones, in the areas that are there.
    Returns how many. Raises LoadError.
    """
    directory = database.directory
    offices = {office.code for office in directory.offices}
    stations = read_stations(folder, directory.areas.keys() - offices, offices)
    if stations is None:
        raise LoadError(f"there is no stations.csv and no stations.geojson in {folder}")
    async with database.unit() as unit:
        await unit.stations.replace(stations)
        unit.history.audit(None, "load-stations", stations=len(stations))
    return len(stations)


def _count(stations: Sequence[Station] | None) -> int | None:
    return None if stations is None else len(stations)
