"""One database and this process's place in it: who may write, one Unit at a time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime

from storage.asynchronous import AsyncConnection
from storage.connections import Connections
from storage.doubt import is_in
from storage.encrypt_again import encrypt_again
from storage.encryption.source import KeySource
from storage.engines import LAZY, async_url, engine_for
from storage.hold import Hold
from storage.lease import ANSWERED_WITHIN, Lease
from storage.loading import load_directory
from storage.memory.directory import Directory
from storage.memory.memory import DIRECTORY, PLACE_NAMES, Memory
from storage.migrate import upgrade, with_lease
from storage.naming import load_place_names
from storage.patience import LOOKING, WRITING, Patience, patience
from storage.reader import Reader
from storage.recall import load_memory
from storage.revisions import is_current
from storage.session import Session
from storage.unit import Unit
from storage.vault import Vault, nothing_plain

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    return datetime.now(UTC)


class Database:
    """Only one process may hold it (the house takes the lease), and it knows much by heart. Without
    `keys` nothing is encrypted: benches and tests only.
    """

    def __init__(
        self, url: str, clock: Clock = utc_now, keys: KeySource | None = None
    ) -> None:
        self.url = async_url(url)
        self.engine = engine_for(self.url, writes=True)
        self._readers = engine_for(self.url, writes=False)
        self.connections = Connections(self.engine, self._readers)
        self.vault = Vault(keys)
        self.vault.give_to(self.engine, self._readers)
        self.clock = clock
        self.memory = Memory()
        self.lease = Lease(self.engine)
        self._writer = asyncio.Lock()
        self._hold = Hold(self.engine, self.lease, self.connections)

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
        """Brings the tables up to date, encrypts what was written before there were keys, and
        reads what is to be known by heart. Raises KeysMissing, with nothing changed.
        """
        if await self.take_keys():
            await encrypt_again(self.engine, self.vault.ring)
            async with self.engine.begin() as connection:
                await connection.run_sync(nothing_plain)
        async with self.engine.begin() as connection:
            await load_memory(connection, self.memory, self.clock())

    async def take_keys(self) -> bool:
        """The newest tables, and the keys as they are now. Returns whether there may be rows that
        no key has encrypted. Raises KeysMissing, with nothing changed.
        """
        async with self.engine.begin() as connection:
            await connection.run_sync(self.vault.unlock)
            await connection.run_sync(upgrade)
            return await connection.run_sync(self.vault.register)

    async def hold(self) -> None:
        """Takes the lease for this process and keeps it until `close`. What it knows by heart has
        to be read after that. Raises AlreadyRunning where another has it, and KeysMissing.
        """
        self._hold.lock()
        async with self.engine.begin() as connection:
            await connection.run_sync(self.vault.check)
            await connection.run_sync(with_lease)
        await self._hold.take()

    async def close(self) -> None:
        await self._hold.give_back()
        await self._readers.dispose()
        await self.engine.dispose()
        self._hold.unlock()

    @asynccontextmanager
    async def unit(self) -> AsyncIterator[Unit]:
        """One transaction. What it holds back is written at the end; an exception undoes all of
        it. Raises LeaseLost where this process held the database and may not write now.
        """
        self.lease.stand()
        async with self._writer:
            begun: list[tuple[Session, Unit]] = []
            try:
                async with self._transaction() as (session, unit):
                    begun.append((session, unit))
                    yield unit
            except BaseException as error:
                if not await self._is_in(begun, error):
                    for _, unit in begun:
                        unit.undone()
                    raise
                with suppress(Exception):
                    async with self._readers.connect() as connection:
                        await self._catch_up(connection)
            finally:
                for session, _ in begun:
                    session.ended()
            unit.committed()

    @asynccontextmanager
    async def _transaction(self) -> AsyncIterator[tuple[Session, Unit]]:
        async with (
            patience(self.postgres, WRITING) as waits,
            self.engine.connect() as connection,
        ):
            await connection.execution_options(**{LAZY: True})
            session = self._session(connection, waits)
            try:
                async with connection.begin():
                    await self._known_anew(connection)
                    waits.answered()
                    try:
                        yield session, Unit(session)
                    finally:
                        waits.asks()  # also for the rollback
                    await session.commit()
                    waits.asks()
            except BaseException:
                session.undone()
                raise
            finally:
                await self._catch_up(connection)

    async def _catch_up(self, connection: AsyncConnection) -> None:
        """What a transaction has changed is known by heart at once, if the database answers; else
        the next one begins with it.
        """
        if self.memory.behind:
            with suppress(Exception):
                async with connection.begin():
                    await self._known_anew(connection)

    async def _known_anew(self, connection: AsyncConnection) -> None:
        """Areas, staff and places, as the last transaction has left them."""
        memory = self.memory
        if DIRECTORY in memory.behind:
            found = await load_directory(connection, memory.reaches)
            found.stands_on(self.directory)
            memory.directory = found
            memory.behind.discard(DIRECTORY)
        if PLACE_NAMES in memory.behind:
            memory.place_names = await load_place_names(
                connection, self.directory, self.clock()
            )
            memory.behind.discard(PLACE_NAMES)

    async def _is_in(
        self, begun: list[tuple[Session, Unit]], error: BaseException
    ) -> bool:
        """Whether a transaction that failed was committed all the same."""
        number = begun[0][0].transaction if begun else 0
        if not number or not isinstance(error, Exception):
            return False
        return await is_in(self._readers, number, self.lease.lost.is_set)

    async def writes(self) -> bool:
        """Whether something can be written at this moment."""
        try:
            async with asyncio.timeout(ANSWERED_WITHIN), self.unit() as unit:
                unit.arrivals.knock()
        except Exception:
            return False
        return True

    @asynccontextmanager
    async def reader(self) -> AsyncIterator[Reader]:
        """A connection beside the writer's, for looking only (pages, figures, checks)."""
        async with (
            patience(self.postgres, LOOKING) as waits,
            self._readers.connect() as connection,
        ):
            waits.answered()
            try:
                yield Reader(self._session(connection, waits))
            finally:
                waits.asks()

    def _session(
        self,
        connection: AsyncConnection,
        waits: Patience,
    ) -> Session:
        return Session(
            connection,
            self.memory,
            self.clock(),
            self.engine.dialect,
            self.lease,
            waits,
        )
