"""What takes long to count: read beside the writer, day by day, so that nobody waits for it."""

from __future__ import annotations

import asyncio
from datetime import date, datetime
from zoneinfo import ZoneInfo

import structlog

from bot.logs import told
from bot.loops.isolating import Tries, each
from handlers.dialog.clock import Beside
from handlers.dialog.scene import Scene
from handlers.dialog.setup import Setup
from storage.database import Database
from storage.unit import Unit

log = structlog.get_logger()


async def night(database: Database, zone: ZoneInfo, tries: Tries) -> None:
    """The rows of all days that are to be counted; a Unit is open only while one day's are
    written. A day that cannot be counted is put behind the others, and `tries` knows it.
    """

    async def count(days: list[date]) -> None:
        for day in days:
            async with database.reader() as reader:
                found = await reader.daily.of_day(zone, day)
            async with database.unit() as unit:
                await unit.daily.done(day, found)

    async def failed(day: date, error: Exception) -> None:
        count = tries.failed(day)
        log.error("night.failed", day=str(day), tries=count, **told(error))
        async with database.unit() as unit:
            await unit.daily.put_off(day)

    while True:
        async with database.unit() as unit:
            todo = [day for day in await unit.daily.todo(zone) if tries.may(day)]
        if not todo:
            return
        await each(database, todo, count, failed)


async def beside(
    database: Database,
    setup: Setup,
    row: Beside,
    subject: int,
    at: datetime,
) -> Unit | None:
    """One order, which was due `at`, from beginning to end. Returns the Unit in which it was
    answered, None where nothing was wanted any more.
    """
    async with database.unit() as unit:
        wanted = await row.begin(Scene(unit, setup), subject, at)
    if wanted is None:
        return None
    async with database.reader() as reader:
        read = await row.read(reader, wanted)
    found = await asyncio.to_thread(
        row.reckon,
        wanted,
        read,
    )
    async with database.unit() as unit:
        await row.end(Scene(unit, setup), subject, wanted, found)
    return unit
