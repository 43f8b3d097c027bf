"""Whose fault an error is."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from storage.lease import LeaseLost

DOWN = (OperationalError, InterfaceError, OSError, LeaseLost)
LONGEST_WHY = 500  # letters


def storage_is_down(error: Exception) -> bool:
    """Whether the database, not the event, is at fault: then nothing is acknowledged and all of
    it comes again.
    """
    lost = isinstance(error, DBAPIError) and error.connection_invalidated
    return isinstance(error, DOWN) or lost


def why(error: Exception) -> str:
    """An error for the quarantine's list; a database's own text would quote the whole row."""
    if isinstance(error, DBAPIError):
        return type(error.orig).__name__
    return f"{type(error).__name__}: {error}"[:LONGEST_WHY]
