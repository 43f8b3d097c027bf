"""SQLite without a thread and a greenlet around each statement, which cost more than the statements
themselves. Before each of them everybody else has a turn, as with a thread.

tests/storage and all tests that start the service have the engine that the service has.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from copy import copy
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Dialect, Engine, Result, create_engine, event
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.pool import QueuePool

from storage import database
from storage.encryption.keyring import Keyring
from storage.encryption.types import give_keys
from storage.engines import _begin, _pragmas, engine_for


class Rows:
    """What a Reader needs of an AsyncResult."""

    def __init__(self, result: Result[*tuple[Any, ...]]) -> None:
        self._result = result

    async def partitions(self, size: int) -> AsyncIterator[Any]:
        for part in self._result.partitions(size):
            await asyncio.sleep(0)
            yield part


class InlineConnection:
    """What a Unit and a Reader need of an AsyncConnection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def execute(self, statement: Any, params: Any = None) -> Any:
        await asyncio.sleep(0)
        return self._connection.execute(statement, params)

    async def scalar(self, statement: Any, params: Any = None) -> Any:
        return (await self.execute(statement, params)).scalar()

    async def scalars(self, statement: Any, params: Any = None) -> Any:
        return (await self.execute(statement, params)).scalars()

    async def stream(self, statement: Any, params: Any = None) -> Rows:
        return Rows(await self.execute(statement, params))

    async def run_sync(self, work: Callable[..., Any], *given: Any) -> Any:
        await asyncio.sleep(0)
        return work(self._connection, *given)

    async def execution_options(self, **options: Any) -> InlineConnection:
        self._connection.execution_options(**options)
        return self

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[None]:
        await asyncio.sleep(0)
        with self._connection.begin():
            yield
            await asyncio.sleep(0)


class InlineEngine:
    """What a Database needs of an AsyncEngine."""

    def __init__(self, file: Path, writes: bool) -> None:
        self._lent = lend(file, writes)
        self.sync_engine = self._lent.engine
        self.dialect = self.sync_engine.dialect
        self._over = False

    @asynccontextmanager
    async def connect(self) -> AsyncIterator[InlineConnection]:
        assert not self._over, "the engine is another's by now"
        with self._lent.connected() as connection:
            yield InlineConnection(connection)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[InlineConnection]:
        async with self.connect() as connection, connection.begin():
            yield connection

    async def dispose(self) -> None:
        if not self._over:
            self._over = True
            take_back(self._lent)


@contextmanager
def inline(file: Path) -> Iterator[None]:
    """The Database that is made meanwhile has statements that never leave this thread. It need
    not survive a power cut.
    """
    made = partial(InlineEngine, file)
    with patch.object(database, "engine_for", lambda _, writes: made(writes)):
        yield


NOBODYS = Path()


class Lent:
    """An engine for whoever has a file at the moment: making one costs more than opening a file."""

    def __init__(self, writes: bool) -> None:
        self.writes = writes
        self.file = NOBODYS
        self.engine = create_engine(
            "sqlite://",
            creator=self._opened,
            poolclass=QueuePool,
            pool_reset_on_return=None,
            hide_parameters=True,
        )
        share_what_is_compiled(self.engine)
        if writes:
            event.listen(self.engine, "begin", _begin)
        self.kept: Connection | None = None
        self._in_use = False

    @contextmanager
    def connected(self) -> Iterator[Connection]:
        """The connection of whoever was connected last, as good as new: making SQLAlchemy's own
        anew for each Unit costs as much as one of its statements. Another one meanwhile.
        """
        if self._in_use:
            with self.engine.connect() as another:
                yield another
            return
        if self.kept is None or self.kept.closed or self.kept.invalidated:
            self.kept = self.engine.connect()
        self._in_use = True
        try:
            yield self.kept
        finally:
            self._in_use = False
            self.kept._execution_options = self.engine._execution_options
            if self.kept.in_transaction():
                self.kept.rollback()

    @property
    def busy(self) -> bool:
        """Whether a connection was never given back; one that was is as good as new."""
        pool: Any = self.engine.pool
        known = pool.checkedout() - (self.kept is not None)
        return self._in_use or bool(known)

    def leaves(self) -> None:
        """Closes what is open, and has no file any more."""
        if self.kept is not None:
            self.kept.close()
            self.kept = None
        self.engine.dispose()
        self.file = NOBODYS

    def _opened(self) -> sqlite3.Connection:
        made = sqlite3.connect(self.file, isolation_level=None, check_same_thread=False)
        for pragma in (*_pragmas(self.writes), "synchronous=OFF"):
            made.execute(f"PRAGMA {pragma}")
        return made


FREE: dict[bool, list[Lent]] = {True: [], False: []}
"""Those that nobody has, by whether they write."""


KEEPING: list[None] = []
"""One for each `still_open`."""


@contextmanager
def still_open() -> Iterator[None]:
    """What is given back and lent again for the same file stays open meanwhile: a file of a
    hundred and sixty tables and indexes is read anew by each connection.
    """
    KEEPING.append(None)
    try:
        yield
    finally:
        KEEPING.pop()


STANDING: set[Path] = set()
"""Files that one house has after the other (tests/refilled.py): those connections stay open."""


def lend(file: Path, writes: bool) -> Lent:
    """The one that was there last, or one that is nowhere."""
    free = FREE[writes]
    fitting = (one for at in (file, NOBODYS) for one in free if one.file == at)
    lent = next(fitting, None)
    if lent is None:
        lent = Lent(writes)
    else:
        free.remove(lent)
    lent.file = file
    return lent


def take_back(lent: Lent) -> None:
    """With every connection closed, unless it is lent again for the same file."""
    FREE[lent.writes].append(lent)
    if not KEEPING and lent.file not in STANDING:
        lent.leaves()


def _at(file: Path) -> list[Lent]:
    return [lent for free in FREE.values() for lent in free if lent.file == file]


def in_use(file: Path) -> bool:
    """Whether a connection was never given back."""
    return any(lent.busy for lent in _at(file))


def ends_with(file: Path) -> None:
    """Nobody will stand there any more."""
    STANDING.discard(file)
    for lent in _at(file):
        lent.leaves()
    for name in ("", "-wal", "-shm"):
        Path(f"{file}{name}").unlink(missing_ok=True)


LEFT: list[Lent] = []
"""A fork's share in the engines of the process it comes from: neither used nor closed."""


def _forked() -> None:
    for free in FREE.values():
        LEFT.extend(free)
        free.clear()


os.register_at_fork(after_in_child=_forked)


SHARED: dict[str, tuple[Dialect, Any]] = {}
"""By driver, what the engines of all houses of a run have in common: the first one's dialect, and
the statements that were once made to text for it.
"""


def share_what_is_compiled(engine: Engine) -> None:
    kept = SHARED.setdefault(engine.driver, (engine.dialect, engine._compiled_cache))
    learns(engine, engine.dialect, kept[0])
    engine.dialect = engine.pool._dialect = kept[0]
    engine._compiled_cache = kept[1]


def learns(engine: Engine, told: Dialect, other: Dialect) -> None:
    """An engine's first connection tells the dialect with which it was made what the server is: so
    does the other one know it, whichever engine is used first.
    """

    @event.listens_for(engine.pool, "connect")
    def on_connect(*_: object) -> None:
        for name, value in vars(told).items():
            vars(other).setdefault(name, value)


def sharing(url: str, writes: bool) -> AsyncEngine:
    """The service's own engine, but for that."""
    engine = engine_for(url, writes)
    share_what_is_compiled(engine.sync_engine)
    return engine


def with_keys_of_its_own(engine: Any, ring: Keyring) -> None:
    """A database with keys shares no dialect, on which the keys hang. Those of inline houses all
    have the same ones.
    """
    if isinstance(engine, AsyncEngine):
        own = copy(engine.dialect)
        own._type_memos = WeakKeyDictionary()
        learns(engine.sync_engine, engine.dialect, own)
        engine.sync_engine.dialect = engine.pool._dialect = own
    give_keys(engine, ring)
