"""Whose fault an error is."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, TimeoutError

from bot.logs import told
from domain.messages import CannotBeRead
from storage.database import Database
from storage.lease import LeaseLost

LONGEST_WHY = 500  # letters

# sqlite.org/rescode.html: full, read-only, locked, not to be opened. No event can cause these.
SQLITE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_INTERRUPT,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_READONLY,
    }
)
# "PostgreSQL Error Codes": connection, read-only transaction, rollback, resources, object in use,
# operator, system
POSTGRES = ("08", "25", "40", "53", "55", "57", "58")
DOUBTFUL = (OperationalError, OSError, TimeoutError)


async def storage_is_down(database: Database, error: Exception) -> bool:
    """Whether the database, not the event, is at fault: then nothing is acknowledged and all of
    it comes again. Where the error does not tell, the database is asked to write something.
    """
    if isinstance(error, (InterfaceError, LeaseLost)) or _told(error):
        return True
    return doubtful(error) and not await database.writes()


def doubtful(error: Exception) -> bool:
    """Whether an error may be the database's or that of what was done."""
    return isinstance(error, DOUBTFUL)


def _told(error: Exception) -> bool:
    if not isinstance(error, DBAPIError):
        return False
    code = getattr(error.orig, "sqlite_errorcode", None)
    state = getattr(error.orig, "sqlstate", None) or ""
    primary = code & 0xFF if isinstance(code, int) else None
    return (
        error.connection_invalidated or primary in SQLITE or state.startswith(POSTGRES)
    )


def why(error: Exception) -> str:
    """An error for the quarantine's list: its kind and where it was. Its own text may quote what
    somebody wrote, and a database's the whole row.
    """
    if isinstance(error, CannotBeRead):
        return str(error)
    if isinstance(error, DBAPIError):
        return type(error.orig).__name__
    said = told(error)
    return f"{said['error']} at {said['where']}"[:LONGEST_WHY]
