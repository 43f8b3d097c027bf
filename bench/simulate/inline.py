"""SQLite without a thread and a greenlet around each statement: the simulation has nobody else to
serve meanwhile.

The engine is SQLAlchemy's own for pysqlite. A thread of the driver would cost two hops for each
step of a statement.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, cast

from sqlalchemy import Connection, Engine, create_engine, event

from storage.asynchronous import AsyncEngine
from storage.database import Database

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=OFF",
    "foreign_keys=ON",
    "cache_size=-64000",
)


class Inline:
    """What a Unit needs of an AsyncConnection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def execute(self, statement: Any, params: Any = None) -> Any:
        return self._connection.execute(statement, params)

    async def scalar(self, statement: Any, params: Any = None) -> Any:
        return self._connection.scalar(statement, params)

    async def run_sync(self, work: Callable[..., Any], *given: Any) -> Any:
        return work(self._connection, *given)

    async def execution_options(self, **_: Any) -> Inline:
        """Nobody else waits for the write lock: each transaction has it from its beginning."""
        return self

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[None]:
        with self._connection.begin():
            yield


class InlineEngine:
    """What a Database needs of an AsyncEngine: one connection, kept open."""

    def __init__(self, engine: Engine) -> None:
        self.sync_engine = engine
        self.dialect = engine.dialect
        self._kept = Inline(engine.connect())

    @asynccontextmanager
    async def connect(self) -> AsyncIterator[Inline]:
        yield self._kept

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Inline]:
        async with self._kept.begin():
            yield self._kept

    async def dispose(self) -> None:
        self._kept._connection.close()
        self.sync_engine.dispose()


def inline(database: Database, file: str) -> Database:
    """The same database, its Units on an engine that never leaves this thread. It need not
    survive a power cut.
    """
    engine = create_engine(f"sqlite:///{file}")

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    database.engine = cast(AsyncEngine, InlineEngine(engine))
    return database
