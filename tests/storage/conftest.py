"""One contract, two engines: every test that asks for `database` runs on a SQLite file and on a
real PostgreSQL.
"""

from __future__ import annotations

import itertools
import shutil
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import asyncpg
import pytest

from storage.database import Database
from tests.house import Clock, already_migrated, empty_house
from tests.postgres_server import TEMPLATE, Server, shared

ENGINES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgres(suite_folder: Path, suite_process: int) -> Server:
    """A real PostgreSQL, one for all the processes of a suite."""
    return shared(suite_folder, suite_process)


@pytest.fixture(scope="session")
def postgres_names(worker_id: str) -> Iterator[str]:
    return (f"gridbee_{worker_id}_{number}" for number in itertools.count(1))


@pytest.fixture
async def postgres_url(
    postgres: Server, postgres_names: Iterator[str]
) -> AsyncIterator[str]:
    """The address of a fresh, empty database."""
    async for url in _made(postgres, next(postgres_names), "template1"):
        yield url


@pytest.fixture
async def postgres_copy(
    postgres: Server, postgres_names: Iterator[str]
) -> AsyncIterator[str]:
    """The address of a fresh database with all the tables."""
    async for url in _made(postgres, next(postgres_names), TEMPLATE):
        yield url


async def _made(server: Server, name: str, template: str) -> AsyncIterator[str]:
    admin = await asyncpg.connect(server.url("postgres"))
    try:
        await admin.execute(
            f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy"
        )
        yield server.url(name)
        await admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
    finally:
        await admin.close()


@pytest.fixture(scope="session")
def sqlite_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with all the tables, made once and copied for each test."""
    path = tmp_path_factory.mktemp("empty") / "gridbee.db"
    with ThreadPoolExecutor(1) as aside:
        aside.submit(empty_house, path).result()
    return path


@pytest.fixture(params=ENGINES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database on either engine; with all the tables for `database`."""
    filled = "database" in request.fixturenames
    if request.param == "postgresql":
        return str(
            request.getfixturevalue("postgres_copy" if filled else "postgres_url")
        )
    path = tmp_path / "gridbee.db"
    if filled:
        shutil.copy(request.getfixturevalue("sqlite_copy"), path)
    return f"sqlite:///{path}"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def database(url: str, clock: Clock) -> AsyncIterator[Database]:
    made = Database(url, clock)
    with already_migrated():
        await made.start()
    yield made
    await made.close()
