"""The house's place in its database: waited for, watched, and what goes on only while it has it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from bot.logs import told
from storage.database import Database
from storage.file_lock import AlreadyRunning
from storage.lease import ANSWERED_WITHIN, Lease, LeaseLost

log = structlog.get_logger()
TRIED_EVERY = 0.5  # seconds between two looks of a stand-by
WATCHED_EVERY = 0.25  # seconds


async def taken(database: Database) -> bool:
    """Takes the lease where it is free. On SQLite nobody waits for it: raises AlreadyRunning."""
    try:
        await database.hold()
    except AlreadyRunning:
        if not database.postgres:
            raise
        return False
    return True


async def stand_by(database: Database) -> None:
    """Waits for the lease, also while the database is away."""
    log.info("lease.stand_by")
    while not await _tried(database):
        await asyncio.sleep(TRIED_EVERY)
    log.info("lease.taken", number=database.lease.number)


async def _tried(database: Database) -> bool:
    try:
        async with asyncio.timeout(ANSWERED_WITHIN):
            return await taken(database)
    except Exception as error:
        log.warning("lease.not_seen", **told(error))
        return False


async def watch(lease: Lease) -> None:
    """Raises LeaseLost as soon as it is known that another has it."""
    over = False
    while not lease.lost.is_set():
        if lease.over != over:
            over = not over
            log.warning("lease.over" if over else "lease.held_again")
        await asyncio.sleep(WATCHED_EVERY)
    raise LeaseLost("another Gridbee has taken this database")


async def while_held(
    lease: Lease, run: Callable[[], Awaitable[None]], anew: asyncio.Event
) -> None:
    """Runs, but not while this process may not write: it is cancelled, and begun anew when it
    may. `anew` has it begun anew at once.
    """
    while True:
        while lease.over:
            await asyncio.sleep(WATCHED_EVERY)
        task = asyncio.ensure_future(run())
        try:
            while not (task.done() or lease.over or anew.is_set()):
                await asyncio.wait([task], timeout=WATCHED_EVERY)
            if task.done():
                return task.result()
            anew.clear()
        finally:
            task.cancel()
            await asyncio.wait([task])
