"""The engine, the few differences between the two dialects, and who may write: one Unit at a
time.
"""

from __future__ import annotations

import asyncio
import itertools
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Insert, Table, event, func, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.media import Kept
from storage.memory.directory import Directory, load_directory
from storage.memory.nearby import Nearby
from storage.migrate import upgrade
from storage.similar import load_nearby
from storage.tables.cases import IS_OPEN, cases
from storage.tables.casework import history, templates
from storage.tables.forms import forms
from storage.tables.media import media
from storage.tables.messages import outbox, quarantine
from storage.tables.people import duty, people
from storage.tables.web import web_messages
from storage.unit import Unit

Clock = Callable[[], datetime]
COUNTED = (
    people,
    cases,
    media,
    history,
    forms,
    outbox,
    quarantine,
    web_messages,
    duty,
    templates,
)
MEDIA_REMEMBERED = 5000
POSTGRES_LOCK = 0x67726964  # "grid"


class AlreadyRunning(RuntimeError):
    """Another process holds this database."""


def utc_now() -> datetime:
    return datetime.now(UTC)


def async_url(url: str) -> str:
    """`sqlite:///file` or `postgresql://…` with the async driver put in."""
    made = make_url(url)
    drivers = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}
    backend = made.get_backend_name()
    if backend not in drivers:
        raise ValueError(
            f"database url must begin with sqlite:/// or postgresql://, not {backend}"
        )
    return made.set(drivername=drivers[backend]).render_as_string(hide_password=False)


def _engine(url: str, writes: bool) -> AsyncEngine:
    """An engine for Units, or one beside it for looking only, which never takes SQLite's write
    lock.
    """
    if not url.startswith("sqlite"):
        return create_async_engine(
            url, pool_pre_ping=True, pool_size=2 if writes else 5, hide_parameters=True
        )
    Path(make_url(url).database or ".").parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(url, pool_reset_on_return=None, hide_parameters=True)

    # The recipe without which SQLite under SQLAlchemy silently loses updates (facts/components.md).
    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        pragmas = (
            "journal_mode=WAL",
            "synchronous=FULL",
            "busy_timeout=10000",
            "foreign_keys=ON",
            f"cache_size={-8000 if writes else -1000}",
        )
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    if writes:

        @event.listens_for(engine.sync_engine, "begin")
        def on_begin(connection: Any) -> None:
            connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


class Database:
    """One database and this process's place in it.

    Only one process may hold it (the house takes the lock), so ids and open cases per person are
    counted in memory and the directory of areas and staff is kept between Units.
    """

    def __init__(self, url: str, clock: Clock = utc_now) -> None:
        self.url = async_url(url)
        self.engine = _engine(self.url, writes=True)
        self._readers = _engine(self.url, writes=False)
        self.media: dict[int, Kept] = {}
        self.clock = clock
        self.directory = Directory()
        self.carried: Counter[int] = Counter()
        self.waiting: Counter[int] = Counter()
        self.nearby = Nearby()
        self.hashes: dict[int, int] = {}
        self._writer = asyncio.Lock()
        self._ids: dict[str, itertools.count[int]] = {}
        self._held: AsyncConnection | None = None

    @property
    def postgres(self) -> bool:
        return self.engine.dialect.name == "postgresql"

    async def start(self) -> None:
        """Brings the tables up to date, counts the ids and reads the directory."""
        async with self.engine.begin() as connection:
            await connection.run_sync(upgrade)
            for table in COUNTED:
                highest = await connection.scalar(select(func.max(table.c.id)))
                self._ids[table.name] = itertools.count((highest or 0) + 1)
            seq = await connection.scalar(select(func.max(web_messages.c.seq)))
            self._ids["seq"] = itertools.count((seq or 0) + 1)
            self.directory = await load_directory(connection)
            open_cases = select(cases.c.assignee_id, func.count()).where(text(IS_OPEN))
            found = await connection.execute(open_cases.group_by(cases.c.assignee_id))
            self.carried = Counter(
                {row[0]: row[1] for row in found if row[0] is not None}
            )
            filed = select(cases.c.filer_id, func.count()).where(
                text(IS_OPEN), cases.c.parent_id.is_(None)
            )
            found = await connection.execute(filed.group_by(cases.c.filer_id))
            self.waiting = Counter(
                {row[0]: row[1] for row in found if row[0] is not None}
            )
            self.nearby = await load_nearby(connection)

    async def hold(self) -> None:
        """Takes PostgreSQL's advisory lock for this process. Raises AlreadyRunning where another
        has it.
        """
        if not self.postgres:
            return
        self._held = await self.engine.connect()
        if not await self._held.scalar(
            text(f"SELECT pg_try_advisory_lock({POSTGRES_LOCK})")
        ):
            await self._held.close()
            self._held = None
            raise AlreadyRunning("another Gridbee is running on this database")

    async def close(self) -> None:
        if self._held is not None:
            await self._held.close()
        await self._readers.dispose()
        await self.engine.dispose()

    def next_id(self, name: str) -> int:
        return next(self._ids[name])

    def remember_hash(self, media_id: int, dhash: int) -> None:
        """Keeps a picture's hash in memory: a filing with it is soon compared with the open
        cases.
        """
        self.hashes[media_id] = dhash
        if len(self.hashes) > MEDIA_REMEMBERED:
            del self.hashes[next(iter(self.hashes))]

    def remember_media(self, kept: Kept) -> None:
        """Keeps a media row in memory, since a card that shows it is likely to follow soon."""
        self.media[kept.id] = kept
        if len(self.media) > MEDIA_REMEMBERED:
            del self.media[next(iter(self.media))]

    @asynccontextmanager
    async def unit(self) -> AsyncIterator[Unit]:
        """One transaction. What it holds back is written at the end; an exception undoes all of
        it.
        """
        async with self._writer, self.engine.connect() as connection:
            unit = Unit(connection, self, self.clock())
            try:
                async with connection.begin():
                    yield unit
                    await unit.flush()
                unit.cases.committed()
                unit.people.committed()
            finally:
                if unit.directory_changed:
                    async with connection.begin():
                        self.directory = await load_directory(connection)

    @asynccontextmanager
    async def reader(self) -> AsyncIterator[AsyncConnection]:
        """A connection beside the writer's, for looking only (pages, figures, checks)."""
        async with self._readers.connect() as connection:
            yield connection

    def upsert(self, table: Table) -> Insert:
        """INSERT … ON CONFLICT on the primary key: the newer row wins."""
        return _upsert(table, self.engine.dialect.name, True)

    def insert_or_ignore(self, table: Table) -> Insert:
        return _upsert(table, self.engine.dialect.name, False)


@cache
def _upsert(table: Table, dialect: str, update: bool) -> Insert:
    made: postgresql.Insert | sqlite.Insert
    made = postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
    keys = [column.name for column in table.primary_key]
    rest = {
        column.name: made.excluded[column.name]
        for column in table.c
        if column.name not in keys
    }
    if update and rest:
        return made.on_conflict_do_update(index_elements=keys, set_=rest)
    return made.on_conflict_do_nothing()
