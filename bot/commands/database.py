"""The database as a command opens it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.config.settings import Config
from bot.folder import hold_folder
from storage.database import Database


@asynccontextmanager
async def opened(config: Config) -> AsyncIterator[Database]:
    """Beside a house that may be running, if its tables are of this release; else as `held`."""
    database = Database(config.database_url)
    try:
        if await database.outdated():
            async with held(config) as alone:
                yield alone
        else:
            await database.start()
            yield database
    finally:
        await database.close()


@asynccontextmanager
async def held(config: Config) -> AsyncIterator[Database]:
    """Not beside a running house: it counts ids in memory and would not see the change.

    Raises AlreadyRunning.
    """
    with hold_folder(config.service.data):
        database = Database(config.database_url)
        try:
            await database.hold()
            await database.start()
            yield database
        finally:
            await database.close()
