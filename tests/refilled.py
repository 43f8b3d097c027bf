"""Files that houses have one after the other, with their connections open.

A new file is read by each connection (a hundred and sixty tables and indexes), and every statement
is prepared anew: more than half of what a short test costs. So a file is emptied when its house
ends, and filled with what stood there at the beginning. Where a house leaves more behind than rows
(other tables, a transaction, a connection that is in use), its file is not used again.
"""

from __future__ import annotations

import atexit
import os
import sqlite3
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.inline import STANDING, ends_with, in_use


class Stand:
    """A file and what belongs into each of its tables, through a connection of its own, which no
    house knows and for which no reference has to fit while it writes.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._own: sqlite3.Connection | None = None
        self._rows: dict[str, list[tuple[Any, ...]]] = {}
        self._version = 0

    def begins(self, image: bytes) -> None:
        """Has what the image has: the first house's copy, or what was put back since."""
        if self._own is not None:
            return
        self.file.write_bytes(image)
        self._own = _connected(self.file)
        self._version = self._schema()
        tables = self._asks("SELECT name FROM sqlite_master WHERE type = 'table'")
        self._rows = {name: self._asks(f'SELECT * FROM "{name}"') for (name,) in tables}

    def ready_again(self) -> bool:
        """Whether all rows are as they were, for the next house."""
        if self._own is None or in_use(self.file) or self._schema() != self._version:
            return False
        with suppress(sqlite3.OperationalError):  # locked: somebody is still at it
            self._own.execute("BEGIN IMMEDIATE")
            self._refill(self._own)
            self._own.execute("COMMIT")
            return True
        return False

    def ends(self) -> None:
        if self._own is not None:
            self._own.close()
        ends_with(self.file)

    def _refill(self, own: sqlite3.Connection) -> None:
        for name, rows in self._rows.items():
            if self._asks(f'SELECT * FROM "{name}"') == rows:
                continue  # to clear an empty table writes it and each of its indexes
            own.execute(f'DELETE FROM "{name}"')
            if rows:
                fields = ",".join("?" * len(rows[0]))
                own.executemany(f'INSERT INTO "{name}" VALUES ({fields})', rows)

    def _schema(self) -> int:
        ((version,),) = self._asks("PRAGMA schema_version")
        return int(version)

    def _asks(self, statement: str) -> list[tuple[Any, ...]]:
        assert self._own is not None
        return self._own.execute(statement).fetchall()


def _connected(file: Path) -> sqlite3.Connection:
    own = sqlite3.connect(
        file,
        timeout=0,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=1000,
    )
    own.execute("PRAGMA synchronous=OFF")
    return own


FREE: list[Stand] = []
"""Those in which no house stands."""

LEFT: list[object] = []
"""A fork's share in the connections of the process it comes from: neither used nor closed."""


def stand() -> Stand:
    """One that nobody has."""
    if FREE:
        return FREE.pop()
    made = Stand(_folder() / f"{len(STANDING)}-{os.urandom(4).hex()}.db")
    STANDING.add(made.file)
    return made


def give_back(used: Stand) -> None:
    """Every house of it has ended."""
    if used.ready_again():
        FREE.append(used)
    else:
        used.ends()


def _folder() -> Path:
    if FOLDER and FOLDER[0][0] == os.getpid():
        return FOLDER[0][1]
    root = os.environ.get("PYTEST_DEBUG_TEMPROOT")
    made = tempfile.TemporaryDirectory(prefix="gridbee-houses-", dir=root)
    atexit.register(made.cleanup)
    FOLDER[:] = [(os.getpid(), Path(made.name))]
    LEFT.append(made)
    return FOLDER[0][1]


FOLDER: list[tuple[int, Path]] = []
"""Where this process has its files."""


def _forked() -> None:
    LEFT.extend(FREE)
    FREE.clear()


os.register_at_fork(after_in_child=_forked)
