"""Whether a transaction is in the database, where the connection ended before its COMMIT was
answered. Taken for undone, what it wrote would be there and known to nobody: its letters would wait
in the outbox until the next start.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable

from sqlalchemy import text

from storage.asynchronous import AsyncEngine

STATUS = text("SELECT txid_status(:number)")
IN_PROGRESS = "in progress"
ANSWERED_WITHIN = 5.0  # seconds
PAUSE = 0.2  # seconds between two askings


async def is_in(
    engine: AsyncEngine,
    number: int,
    gone: Callable[[], bool],
) -> bool:
    """Asks for the transaction of this number (PostgreSQL's txid_current) until the server says
    what became of it; False as soon as it is `gone` who wants to know.
    """
    while not gone():
        with contextlib.suppress(Exception):
            async with asyncio.timeout(ANSWERED_WITHIN), engine.connect() as connection:
                found = await connection.scalar(STATUS, {"number": number})
            if found != IN_PROGRESS:
                return bool(found == "committed")
        await asyncio.sleep(PAUSE)
    return False
