"""One transaction as the stores see it: the connection, the moment, and what is known by heart.

Writes are held back by the stores and go out as one statement per table when the Unit ends, or
before a query that must see them. So a hundred events cost about as many statements as one
(docs/adr/0002).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol, TypeVar

from sqlalchemy import Dialect, Executable, Insert, Row, Table
from sqlalchemy.engine import CursorResult

from storage import statements
from storage.asynchronous import AsyncConnection
from storage.known import Known
from storage.lease import Lease
from storage.loading import load_directory
from storage.memory.directory import Directory
from storage.memory.memory import DIRECTORY, PLACE_NAMES, Memory
from storage.patience import Patience
from storage.writes import Fenced, Writes

T = TypeVar("T")


class HoldsBack(Protocol):
    """A store that keeps writes until it is flushed, and may know by heart what it wrote."""

    async def flush(self) -> None: ...

    def committed(self) -> None:
        """The transaction is in the database."""
        return

    def undone(self) -> None:
        """The transaction left nothing."""
        return


class Session:
    """`now` is the moment at which the transaction began (aware UTC): nobody above knows another
    clock. `held_back` gives the stores to flush, in the order in which their rows may be written;
    `at_the_end` is asked once when all is written, before the commit.
    `transaction` is PostgreSQL's number of it, once it is about to commit under the lease; else 0.
    """

    def __init__(
        self,
        connection: AsyncConnection,
        memory: Memory,
        now: datetime,
        dialect: Dialect,
        lease: Lease,
        waits: Patience,
    ) -> None:
        self.connection = connection
        self.memory = memory
        self.now = now
        self.known = Known()
        self.held_back: Callable[[], Iterable[HoldsBack]] = tuple
        self.at_the_end: list[Callable[[], Awaitable[None]]] = []
        self.transaction = 0
        self._dialect = dialect.name
        self._lease = lease
        self._waits = waits
        self._writes = Writes(connection, dialect)
        self._directory: Directory | None = None
        self._found: dict[tuple[Any, ...], Sequence[Any]] = {}

    @property
    def directory(self) -> Directory:
        return self.memory.directory

    def directory_changes(self) -> None:
        """To be called by whoever changes areas, grants, staff, groups, duty or settings: the
        directory is read anew after the transaction, however it ends.
        """
        self.memory.behind.add(DIRECTORY)

    def places_change(self) -> None:
        """To be called by whoever changes areas or places: their names are read anew after the
        transaction, however it ends.
        """
        self.memory.behind.add(PLACE_NAMES)

    async def directory_now(self) -> None:
        """Reads the directory as this transaction has left it, for what the same Unit does next.
        A rollback puts back what was known before.
        """
        self.directory_changes()
        self._directory = self._directory or self.directory
        await self.flush()
        reaches = self.memory.reaches
        self.memory.directory = await load_directory(self.connection, reaches)

    def next_id(self, name: str) -> int:
        return self.memory.next_id(name)

    async def flush(self) -> None:
        """Writes all that is held back."""
        await self._collect()
        self._waits.asks()
        await self._writes.send()
        self._waits.answered()

    async def commit(self) -> None:
        """Writes all that is held back; nothing is asked after it. Raises LeaseLost where this
        process may not write any more.
        """
        await self._collect()
        for read in self.at_the_end:
            await read()
        number = self._lease.asked_for() if self._writes.any else 0
        if number and not self._writes.fences:
            await self._writes.begin()
            self.transaction = await self._lease.confirm(self.connection)
            number = 0
        try:
            await self._writes.commit(number)
        except Fenced:
            self._lease.is_anothers()

    def undone(self) -> None:
        """The transaction left nothing."""
        if self._directory is not None:
            self.memory.directory = self._directory

    def ended(self) -> None:
        """The stores hold back nothing any more. What they hold goes with the Unit, and not when
        the collector finds that it and the session know each other: thousands of letters later.
        """
        self.held_back = tuple

    async def _collect(self) -> None:
        for store in self.held_back():
            await store.flush()

    async def query(
        self, statement: Executable, params: Any = None
    ) -> CursorResult[*tuple[Any, ...]]:
        """Runs a statement that must see what this transaction has done so far."""
        await self._collect()
        return await self.run(statement, params)

    async def run(
        self, statement: Executable, params: Any = None
    ) -> CursorResult[*tuple[Any, ...]]:
        """Runs a statement to which nothing that the stores hold back makes a difference."""
        self._waits.asks()
        if statement.is_select:
            await self._writes.send()
        else:
            self._found.clear()
            await self._writes.begin()
        found = await self.connection.execute(statement, params)
        self._waits.answered()
        return found

    async def found(
        self,
        statement: Executable,
        params: Mapping[str, Any],
        made: Callable[[Row[Any]], T],
        held_back: bool = True,
    ) -> Sequence[T]:
        """What is made of the rows that a statement brings which is made once and kept. It is not
        asked again before something is written. With `held_back` it sees what this transaction has
        done so far.
        """
        if held_back:
            await self._collect()
        key = (statement, *params.values())
        if key not in self._found:
            rows = await self.run(statement, params)
            self._found[key] = [made(row) for row in rows]
        return self._found[key]

    def write(
        self,
        statement: Executable,
        rows: Sequence[Mapping[str, Any]],
    ) -> None:
        """One statement for many rows, sent with the next; nothing where there are none.

        The statement has to be one that is made once and kept, as those below.
        """
        if rows:
            self._found.clear()
            self._writes.add(statement, rows)

    def insert(self, table: Table) -> Insert:
        """All rows have to be new."""
        return statements.insert(table)

    def upsert(self, table: Table) -> Insert:
        """The newer row wins."""
        return statements.upsert(table, self._dialect)

    def upsert_least(self, table: Table, column: str) -> Insert:
        """The row with less in this column wins."""
        return statements.upsert_least(table, column, self._dialect)

    def insert_or_ignore(self, table: Table) -> Insert:
        """The row that is there stays."""
        return statements.insert_or_ignore(table, self._dialect)
