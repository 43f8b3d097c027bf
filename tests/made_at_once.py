"""The tables of a new SQLite file, copied from what the migrations made once: thirty of them one
after the other take a fifth of a second. Files that have tables already are migrated as ever.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from unittest.mock import patch

from sqlalchemy import Connection, create_engine, inspect

from storage import upgrading

migrates = upgrading.run


@contextmanager
def tables_at_once() -> Iterator[None]:
    """Whoever upgrades a new SQLite file meanwhile finds all tables there."""
    with patch.object(upgrading, "run", _run):
        yield


def _run(connection: Connection) -> None:
    if connection.dialect.name != "sqlite" or inspect(connection).get_table_names():
        return migrates(connection)
    for statement in statements():
        connection.exec_driver_sql(statement)


@cache
def statements() -> tuple[str, ...]:
    """What makes the tables, and the rows with which they begin."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "new.db"
        engine = create_engine(f"sqlite:///{file}")
        with engine.begin() as connection:
            migrates(connection)
        engine.dispose()
        with closing(sqlite3.connect(file)) as made:
            _, *told, _ = made.iterdump()
    return tuple(told)
