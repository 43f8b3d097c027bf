"""Databases of before that the migrations have brought up to date, made once by each worker; each
test gets a copy.
"""

from __future__ import annotations

import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

from sqlalchemy.engine import make_url

from storage.database import Database
from tests.postgres_server import Server, create, drop

Make = Callable[[str], Awaitable[None]]


class Migrated:
    """`server` is asked for where the first copy on PostgreSQL is."""

    def __init__(self, folder: Path, server: Callable[[], Server], worker: str) -> None:
        self._folder = folder
        self._server = server
        self._worker = worker
        self._made: set[str] = set()

    async def put(self, name: str, url: str, make: Make) -> None:
        """The empty database at `url` becomes what `make` leaves there, after a first start."""
        if url.startswith("sqlite"):
            await self._file(name, url, make)
        else:
            await self._database(name, url, make)

    async def _file(self, name: str, url: str, make: Make) -> None:
        kept, path = self._folder / f"{name}.db", make_url(url).database or ""
        if kept.exists():
            shutil.copy(kept, path)
            return
        await _start(url, make)
        shutil.copy(path, kept)

    async def _database(self, name: str, url: str, make: Make) -> None:
        server, own = self._server(), make_url(url).database or ""
        kept = f"gridbee_{self._worker}_{name}"
        if kept in self._made:
            await drop(server, own)
            await create(server, own, kept)
            return
        await _start(url, make)
        await create(server, kept, own)
        self._made.add(kept)


async def _start(url: str, make: Make) -> None:
    await make(url)
    database = Database(url)
    await database.start()
    await database.close()
