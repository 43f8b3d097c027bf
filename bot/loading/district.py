"""A folder's areas, offices and places into the database."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.loading.areas import read_areas
from bot.loading.places import read_places
from storage.database import Database
from storage.naming import within


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many there are now. `places` is None where the folder has no file of them, and
    `outside` is how many of these lie in no area: they are kept, but not found.
    """

    areas: int
    offices: int
    places: int | None = None
    outside: int = 0


async def load_district(database: Database, folder: Path) -> Loaded:
    """Puts the folder's areas in place of the old ones, and its places if it has any.

    Everything is read and checked before anything changes. Raises LoadError.
    """
    areas = read_areas(folder)
    real = {area.code for area in areas if not area.is_office}
    places = read_places(folder, real)
    async with database.unit() as unit:
        await unit.areas.replace(areas)
        if places is not None:
            await unit.places.replace(places)
        unit.history.audit(None, "load", areas=len(areas), places=len(places or ()))
        unit.directory_changes()
    offices = len(areas) - len(real)
    if places is None:
        return Loaded(len(real), offices)
    inside = len(within(database.directory, places))
    return Loaded(len(real), offices, len(places), len(places) - inside)
