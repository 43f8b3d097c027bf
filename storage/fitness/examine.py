"""Looks at the database behind an address, on either engine."""

from __future__ import annotations

import asyncio
from pathlib import Path

from sqlalchemy.engine import make_url

from storage.fitness import postgres, sqlite
from storage.fitness.found import Found


async def examine(url: str, seconds: float) -> Found:
    """Without making or changing a file. A server has so many seconds to answer."""
    made = make_url(url)
    if made.get_backend_name() == "sqlite":
        return await asyncio.to_thread(sqlite.look, Path(made.database or ""))
    return await postgres.look(url, seconds)
