"""SQLite's dialect, with one difference: a transaction that was not begun, or that `storage/writes`
has committed already, is not committed once more: that would be a hop to the driver's thread and
back. A rollback always goes there: what a cancelled Unit had under way may still begin behind it.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite

NAME = "sqlite+gridbee"


class Dialect(SQLiteDialect_aiosqlite):
    driver = "gridbee"
    supports_statement_cache = True

    def do_commit(self, dbapi_connection: Any) -> None:
        if dbapi_connection.driver_connection.in_transaction:
            dbapi_connection.commit()


registry.register("sqlite.gridbee", __name__, Dialect.__name__)
