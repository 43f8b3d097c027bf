"""SQLite's dialect, with one difference: a transaction that was not begun, or that `storage/writes`
has committed already, is not ended once more. Each end is a hop to the driver's thread and back.
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

    def do_rollback(self, dbapi_connection: Any) -> None:
        if dbapi_connection.driver_connection.in_transaction:
            dbapi_connection.rollback()


registry.register("sqlite.gridbee", __name__, Dialect.__name__)
