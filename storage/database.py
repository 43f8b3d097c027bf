"""One database and this process's place in it: who may write, one Unit at a time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engines import LAZY, async_url, engine_for
from storage.file_lock import lock_file
from storage.lease import Lease
from storage.loading import load_directory
from storage.memory.directory import Directory
from storage.memory.memory import Memory
from storage.migrate import upgrade, with_lease
from storage.naming import load_place_names
from storage.reader import Reader
from storage.recall import load_memory
from storage.revisions import is_current
from storage.session import Session
from storage.unit import Unit

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    return datetime.now(UTC)


class Database:
    """Only one process may hold it (the house takes the lease), and it knows much by heart."""

    def __init__(self, url: str, clock: Clock = utc_now) -> None:
        self.url = async_url(url)
        self.engine = engine_for(self.url, writes=True)
        self._readers = engine_for(self.url, writes=False)
        self.clock = clock
        self.memory = Memory()
        self.lease = Lease(self.engine)
        self._writer = asyncio.Lock()
        self._file: IO[str] | None = None
        self._renewing: asyncio.Task[None] | None = None

    @property
    def postgres(self) -> bool:
        return self.engine.dialect.name == "postgresql"

    @property
    def directory(self) -> Directory:
        return self.memory.directory

    async def outdated(self) -> bool:
        """Whether its tables are still to be made, or to be brought up to date."""
        async with self._readers.connect() as connection:
            return not await connection.run_sync(is_current)

    async def start(self) -> None:
        """Brings the tables up to date, and reads what is to be known by heart."""
        async with self.engine.begin() as connection:
            await connection.run_sync(upgrade)
            await load_memory(connection, self.memory, self.clock())

    async def hold(self) -> None:
        """Takes the lease for this process and keeps it until `close`. What it knows by heart has
        to be read after that. Raises AlreadyRunning where another has it.
        """
        if not self.postgres and self._file is None:
            path = Path(self.engine.url.database or "").resolve()
            self._file = lock_file(path.with_name(path.name + ".lock"), path)
        async with self.engine.begin() as connection:
            await connection.run_sync(with_lease)
        await self.lease.take()
        if self.postgres:
            self._renewing = asyncio.create_task(self.lease.keep())

    async def close(self) -> None:
        if self._renewing is not None:
            self._renewing.cancel()
            await asyncio.wait([self._renewing])
        if self.lease.number:
            await self.lease.give_back()
        await self._readers.dispose()
        await self.engine.dispose()
        if self._file is not None:
            self._file.close()

    @asynccontextmanager
    async def unit(self) -> AsyncIterator[Unit]:
        """One transaction. What it holds back is written at the end; an exception undoes all of
        it. Raises LeaseLost where this process held the database and may not write now.
        """
        self.lease.stand()
        async with self._writer, self.engine.connect() as connection:
            await connection.execution_options(**{LAZY: True})
            session = self._session(connection)
            unit = Unit(session)
            try:
                async with connection.begin():
                    yield unit
                    await session.commit()
                unit.committed()
            except BaseException:
                unit.undone()
                raise
            finally:
                if session.directory_changed:
                    async with connection.begin():
                        self.memory.directory = await load_directory(connection)
                if session.places_changed:
                    async with connection.begin():
                        self.memory.place_names = await load_place_names(
                            connection, self.directory, session.now
                        )

    @asynccontextmanager
    async def reader(self) -> AsyncIterator[Reader]:
        """A connection beside the writer's, for looking only (pages, figures, checks)."""
        async with self._readers.connect() as connection:
            yield Reader(self._session(connection))

    def _session(self, connection: AsyncConnection) -> Session:
        return Session(
            connection,
            self.memory,
            self.clock(),
            self.engine.dialect,
            self.lease,
        )
