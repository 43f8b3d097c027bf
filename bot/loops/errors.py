"""Whose fault an error is."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from bot.logs import told
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
    """An error for the quarantine's list: its kind and where it was. Its own text may quote what
    somebody wrote, and a database's the whole row.
    """
    if isinstance(error, DBAPIError):
        return type(error.orig).__name__
    said = told(error)
    return f"{said['error']} at {said['where']}"[:LONGEST_WHY]
