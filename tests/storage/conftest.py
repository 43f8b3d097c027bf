"""One contract, two engines: every test that asks for `database` runs on a SQLite file and on a
real PostgreSQL.
"""

from __future__ import annotations

import asyncio
import itertools
import shutil
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from unittest.mock import patch

import pytest

from storage.database import Database
from tests.house import Clock, already_migrated, empty_house
from tests.inline import sharing, with_keys_of_its_own
from tests.postgres_server import TEMPLATE, Emptier, Server, create, drop, shared
from tests.storage.migrated import Migrated

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
    async for url in _made(postgres, next(postgres_names)):
        yield url


@pytest.fixture(scope="session")
def postgres_copy(postgres: Server, worker_id: str) -> str:
    """The address of a database with all the tables, the same for all tests of a worker: whoever
    uses it empties it first.
    """
    name = f"gridbee_{worker_id}"
    with ThreadPoolExecutor(1) as aside:
        aside.submit(asyncio.run, create(postgres, name, TEMPLATE)).result()
    return postgres.url(name)


@pytest.fixture(scope="session")
def emptier(postgres_copy: str) -> Iterator[Emptier]:
    made = Emptier(postgres_copy)
    yield made
    made.ends()


async def _made(server: Server, name: str) -> AsyncIterator[str]:
    await create(server, name)
    yield server.url(name)
    await drop(server, name)


@pytest.fixture(scope="session")
def sqlite_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with all the tables, made once and copied for each test."""
    path = tmp_path_factory.mktemp("empty") / "gridbee.db"
    with ThreadPoolExecutor(1) as aside:
        aside.submit(empty_house, path).result()
    return path


@pytest.fixture(scope="session")
def migrated(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Migrated:
    """What the migrations make of older databases."""
    return Migrated(
        tmp_path_factory.mktemp("migrated"),
        lambda: request.getfixturevalue("postgres"),
        request.getfixturevalue("worker_id"),
    )


@pytest.fixture(autouse=True, scope="session")
def compiled_once() -> Iterator[None]:
    """A service has one database; here each test has one, with the same statements."""
    with (
        patch("storage.database.engine_for", sharing),
        patch("storage.vault.give_keys", with_keys_of_its_own),
    ):
        yield


@pytest.fixture(params=ENGINES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database on either engine; with all the tables for `database`."""
    filled = "database" in request.fixturenames
    if request.param == "postgresql" and filled:
        emptier: Emptier = request.getfixturevalue("emptier")
        emptier.empties()
        return emptier.url
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgres_url"))
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
