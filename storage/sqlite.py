"""SQLite's dialect, with two differences, each of which saves hops to the driver's thread and back.

A statement is one hop with all its rows (docs/adr/0052), where SQLAlchemy makes a cursor, runs it,
asks for the rows and closes it, each in a hop of its own.

A transaction that was not begun, or that `storage/writes` has committed already, is not committed
once more. A rollback always goes there: what a cancelled Unit had under way may still begin behind
it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from typing import Any, NamedTuple

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    SQLiteDialect_aiosqlite,
)

NAME = "sqlite+gridbee"


class Ran(NamedTuple):
    """What there is to say of a statement after it ran."""

    rows: list[Any]
    description: Any
    rowcount: int
    lastrowid: int | None


def run(
    database: sqlite3.Connection, statement: str, given: Any, many: bool = False
) -> Ran:
    """In the driver's thread."""
    with closing(database.cursor()) as cursor:
        (cursor.executemany if many else cursor.execute)(statement, given)
        rows = cursor.fetchall() if cursor.description else []
        return Ran(rows, cursor.description, cursor.rowcount, cursor.lastrowid)


class OneHop:
    """What SQLAlchemy's adapter needs of a cursor of aiosqlite."""

    arraysize = 1

    def __init__(self, driver: Any) -> None:
        self._driver = driver
        self._ran = Ran([], None, -1, None)

    @property
    def description(self) -> Any:
        return self._ran.description

    @property
    def rowcount(self) -> int:
        return self._ran.rowcount

    @property
    def lastrowid(self) -> int | None:
        return self._ran.lastrowid

    async def execute(self, statement: str, given: Sequence[Any] = ()) -> None:
        # every public method of aiosqlite goes this way; none gives description and rows
        connection = self._driver._conn
        self._ran = await self._driver._execute(run, connection, statement, given)

    async def executemany(self, statement: str, given: Any) -> None:
        connection = self._driver._conn
        self._ran = await self._driver._execute(run, connection, statement, given, True)

    async def fetchall(self) -> list[Any]:
        return self._ran.rows

    async def close(self) -> None:
        """It was closed when it had run."""


class Cursor(AsyncAdapt_aiosqlite_cursor):
    __slots__ = ()

    def _make_new_cursor(self, connection: Any) -> Any:
        return OneHop(connection)

    def _aenter_cursor(self, cursor: Any) -> Any:
        """Nothing is asked of the driver before there is a statement."""
        return cursor


class Connection(AsyncAdapt_aiosqlite_connection):
    __slots__ = ()
    _cursor_cls = Cursor


class Dialect(SQLiteDialect_aiosqlite):
    driver = "gridbee"
    supports_statement_cache = True

    def connect(self, *given: Any, **named: Any) -> Any:
        made: Any = super().connect(*given, **named)
        return Connection(made.dbapi, made._connection)

    def do_commit(self, dbapi_connection: Any) -> None:
        if dbapi_connection.driver_connection.in_transaction:
            dbapi_connection.commit()


registry.register("sqlite.gridbee", __name__, Dialect.__name__)
