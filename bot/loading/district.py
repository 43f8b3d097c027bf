"""A folder's areas and offices into the database."""

from __future__ import annotations

from pathlib import Path

from bot.loading.areas import read_areas
from storage.database import Database


async def load_district(database: Database, folder: Path) -> int:
    """Puts the folder's areas in place of the old ones. Returns how many. Raises LoadError."""
    areas = read_areas(folder)
    async with database.unit() as unit:
        await unit.areas.replace(areas)
        unit.history.audit(None, "load", areas=len(areas))
        unit.directory_changes()
    return len(areas)
