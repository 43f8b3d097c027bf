"""How a process holds a database: by the lease, and SQLite's file by its name and by itself too."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import IO, Any

from storage.asynchronous import AsyncEngine
from storage.connections import Connections
from storage.file_lock import lock_file, lock_itself
from storage.lease import Lease


class Hold:
    """From `take` until `let_go`; nothing is held where `take` was never called."""

    def __init__(
        self, engine: AsyncEngine, lease: Lease, connections: Connections
    ) -> None:
        self._engine = engine
        self._lease = lease
        self._connections = connections
        self._locks: list[IO[Any]] = []
        self._renewing: asyncio.Task[None] | None = None

    @property
    def _postgres(self) -> bool:
        return self._engine.dialect.name == "postgresql"

    def lock(self) -> None:
        """SQLite's file, which may have been linked or moved. Raises AlreadyRunning."""
        if self._postgres:
            return
        path = Path(self._engine.url.database or "").resolve()
        if not self._locks:
            self._locks.append(lock_file(path.with_name(path.name + ".lock"), path))
        if len(self._locks) == 1 and path.exists():
            itself = lock_itself(path)
            self._locks += [itself] if itself else []

    async def take(self) -> None:
        """The lease, and keeps it from then on. Raises AlreadyRunning."""
        self.lock()  # also a file that was made only now
        await self._lease.take()
        if self._postgres:
            self._renewing = asyncio.create_task(self._lease.keep())

    async def give_back(self) -> None:
        """The lease, while there still are connections."""
        if self._renewing is not None:
            self._renewing.cancel()
            await asyncio.wait([self._renewing])
        if self._lease.over:
            self._connections.end()
        if self._lease.number:
            await self._lease.give_back()

    def unlock(self) -> None:
        """With every connection closed: an end of these locks is one of SQLite's own too."""
        while self._locks:
            self._locks.pop().close()
