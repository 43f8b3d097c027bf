"""What takes long to count: read beside the writer, day by day, so that nobody waits for it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from handlers.dialog.clock import Beside
from handlers.dialog.scene import Scene
from handlers.dialog.setup import Setup
from storage.database import Database
from storage.unit import Unit


async def night(database: Database, zone: ZoneInfo) -> None:
    """The rows of all days that are to be counted; a Unit is open only while one day's are
    written.
    """
    while True:
        async with database.unit() as unit:
            days = await unit.daily.todo(zone)
        if not days:
            return
        for day in days:
            async with database.reader() as reader:
                found = await reader.daily.of_day(zone, day)
            async with database.unit() as unit:
                await unit.daily.done(day, found)


async def beside(
    database: Database, setup: Setup, row: Beside, subject: int
) -> Unit | None:
    """One order from beginning to end. Returns the Unit in which it was answered, None where
    nothing was wanted any more.
    """
    async with database.unit() as unit:
        wanted = await row.begin(Scene(unit, setup), subject)
    if wanted is None:
        return None
    async with database.reader() as reader:
        found = await row.read(reader, wanted)
    async with database.unit() as unit:
        await row.end(Scene(unit, setup), subject, wanted, found)
    return unit
