"""What a Unit writes, in the order in which it was said: rows for statements that were compiled
once, sent in one hop with the commit (docs/adr/0022).

SQLAlchemy compiles and binds anew for each execution, and each execution is a hop to the driver's
thread and back. Here a statement is compiled once for the columns it is given; what goes out is
text and tuples, with the same types bound in the same way.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import ClauseElement, Connection, Dialect, Executable
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.util import await_only

from storage.asynchronous import AsyncConnection
from storage.encryption.types import EncryptedType

FENCE = "SELECT 1 FROM lease WHERE number = ?"

Row = Mapping[str, Any]
Batch = list[tuple[str, list[tuple[Any, ...]]]]


class Fenced(Exception):
    """Nothing was committed: the lease's number is another's by now."""


class Compiled:
    """A statement's text for the columns that are given, and how a row becomes its parameters."""

    def __init__(
        self,
        statement: Executable,
        columns: tuple[str, ...],
        dialect: Dialect,
    ) -> None:
        element = cast(ClauseElement, statement)
        compiler = element.compile(dialect=dialect, column_keys=list(columns))
        made = cast(SQLCompiler, compiler)
        names = made.positiontup or []
        self.text = made.string
        # what the statement says by itself, as SET state = 'dropped'
        self._own = {name: made.params[name] for name in names if name not in columns}
        self._values = itemgetter(*names) if len(names) > 1 else _alone(names[0])
        self._binding = [
            (place, bind)
            for place, name in enumerate(names)
            if (bind := _binder(made, name, dialect)) is not None
        ]
        # another database of this process may have other keys
        self._encrypting = [
            (place, kind)
            for place, name in enumerate(names)
            if isinstance(kind := made.binds[name].type, EncryptedType)
        ]

    def parameters(self, row: Row, dialect: Dialect) -> tuple[Any, ...]:
        """The row's values as they are written with the keys that this dialect's engine has."""
        values = list(self._values({**self._own, **row} if self._own else row))
        for place, bind in self._binding:
            values[place] = bind(values[place])
        for place, kind in self._encrypting:
            values[place] = kind.process_bind_param(values[place], dialect)
        return tuple(values)


def _alone(name: str) -> Callable[[Row], tuple[Any]]:
    return lambda row: (row[name],)


def _binder(
    made: SQLCompiler, name: str, dialect: Dialect
) -> Callable[[Any], Any] | None:
    if isinstance(made.binds[name].type, EncryptedType):
        return None
    kind = made.binds[name].type.dialect_impl(dialect)
    bind: Callable[[Any], Any] | None = kind.bind_processor(dialect)
    return bind


_compiled: dict[tuple[str, Executable, tuple[str, ...]], Compiled] = {}
"""By dialect, statement and columns. Statements that are written with are made once."""


def compiled(
    statement: Executable, columns: tuple[str, ...], dialect: Dialect
) -> Compiled:
    key = (dialect.name, statement, columns)
    found = _compiled.get(key)
    if found is None:
        found = _compiled[key] = Compiled(
            statement,
            columns,
            dialect,
        )
    return found


class Writes:
    """Collects, and sends when something has to be seen or the Unit ends.

    SQLite's write lock is taken with the first of them, so a Unit that only looks never has it.
    """

    def __init__(
        self,
        connection: AsyncConnection,
        dialect: Dialect,
    ) -> None:
        self._connection = connection
        self._dialect = dialect
        self._waiting: Batch = []
        self._begun = False
        self._one_hop = dialect.name == "sqlite"

    @property
    def any(self) -> bool:
        """Whether the transaction has written, or will."""
        return self._begun or bool(self._waiting)

    @property
    def fences(self) -> bool:
        """Whether `commit` itself asks for the lease's number."""
        return self._one_hop and bool(self._waiting)

    def add(self, statement: Executable, rows: Sequence[Row]) -> None:
        """Rows for a statement that was made once; all have the columns of the first."""
        made = compiled(statement, tuple(rows[0]), self._dialect)
        self._waiting.append(
            (made.text, [made.parameters(row, self._dialect) for row in rows]),
        )

    async def send(self) -> None:
        """Writes what waits, in the transaction."""
        if self._waiting:
            await self._hop(commit=False)

    async def begin(self) -> None:
        """Sends, and has the transaction ready for a statement of somebody else's."""
        if self._waiting or not self._begun:
            await self._hop(commit=False)

    async def commit(self, number: int) -> None:
        """Writes what waits and commits, in one hop where the driver can. Raises Fenced where the
        lease has another number; 0 is no lease.
        """
        if self._waiting:
            await self._hop(commit=True, number=number)

    async def _hop(self, commit: bool, number: int = 0) -> None:
        batch, self._waiting = self._waiting, []
        self._begun = True
        await self._connection.run_sync(_sent, batch, commit, number)


def _sent(
    connection: Connection,
    batch: Batch,
    commit: bool,
    number: int,
) -> None:
    if connection.dialect.name != "sqlite":
        for statement, rows in batch:
            connection.exec_driver_sql(statement, rows)
        return
    driver: Any = connection.connection.driver_connection
    work = partial(run_fenced, number=number) if number else run_batch
    try:
        if isinstance(driver, sqlite3.Connection):
            work(driver, batch, commit)
        else:
            # every public method of aiosqlite goes this way; none takes several statements
            await_only(driver._execute(work, driver._conn, batch, commit))
    except sqlite3.Error as error:
        raise _told(error, connection.dialect) from error


def run_batch(
    database: sqlite3.Connection,
    batch: Batch,
    commit: bool,
) -> None:
    """In the driver's thread."""
    if not database.in_transaction:
        database.execute("BEGIN IMMEDIATE")
    for statement, rows in batch:
        database.executemany(statement, rows)
    if commit:
        database.commit()


def run_fenced(
    database: sqlite3.Connection, batch: Batch, commit: bool, number: int
) -> None:
    """In the driver's thread: nobody takes the lease between the look and the commit, since the
    file is locked by then.
    """
    run_batch(database, batch, commit=False)
    if database.execute(FENCE, (number,)).fetchone() is None:
        raise Fenced
    if commit:
        database.commit()


def _told(error: sqlite3.Error, dialect: Dialect) -> BaseException:
    """As SQLAlchemy tells it, without the row."""
    return DBAPIError.instance(
        None,
        None,
        error,
        sqlite3.Error,
        hide_parameters=True,
        dialect=dialect,
    )
