"""Looks at the database behind an address, on either engine."""

from __future__ import annotations

import asyncio
from importlib import import_module
from pathlib import Path

from sqlalchemy.engine import make_url

from storage.fitness import sqlite
from storage.fitness.found import Found

POSTGRES = "storage.fitness.postgres"
"""Imported where the address is one of PostgreSQL: the driver takes 3 MB."""


async def examine(url: str, seconds: float) -> Found:
    """Without making or changing a file. A server has so many seconds to answer."""
    made = make_url(url)
    if made.get_backend_name() == "sqlite":
        return await asyncio.to_thread(sqlite.look, Path(made.database or ""))
    found: Found = await import_module(POSTGRES).look(url, seconds)
    return found
