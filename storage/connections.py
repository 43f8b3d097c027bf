"""The open connections of PostgreSQL, so that all can be ended at once: one whose other side is
silently gone answers no statement and says no error, and whoever waits on it waits for ever.
"""

from __future__ import annotations

from typing import Any
from weakref import WeakSet

from sqlalchemy import event

from storage.asynchronous import AsyncEngine


class Connections:
    def __init__(self, *engines: AsyncEngine) -> None:
        self._open: WeakSet[Any] = WeakSet()
        for engine in engines:
            if engine.dialect.name == "postgresql":
                event.listen(engine.sync_engine, "connect", self._opened)

    def _opened(self, connection: Any, _: Any) -> None:
        self._open.add(connection.driver_connection)

    def end(self) -> int:
        """Without a goodbye: what is under way on them fails at once. Returns how many they
        were.
        """
        ended = [one for one in self._open if not one.is_closed()]
        self._open.clear()
        for connection in ended:
            connection.terminate()
        return len(ended)
