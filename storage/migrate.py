"""What brings a database to the newest tables. Never down: an older program refuses a newer
database.
"""

from __future__ import annotations

from importlib import import_module

from sqlalchemy import Connection, inspect, text

from storage.file_lock import AlreadyRunning
from storage.fitness.found import Problem, Reason, Unfit
from storage.revisions import revisions, standing
from storage.tables.house import lease

LOCK_OF_0_2 = (
    0x67726964  # "grid": the advisory lock by which a house of 0.2 holds PostgreSQL
)


def upgrade(connection: Connection) -> None:
    """Runs the migrations that are missing, inside the caller's transaction. Raises Unfit where
    the tables are of a newer release: a stand-by may find that only when it takes over.
    """
    known, newest = revisions()
    current = standing(connection)
    if current is not None and current not in known:
        what = connection.engine.url.render_as_string(hide_password=True)
        raise Unfit([Problem(Reason.NEWER, what, current)])
    if current != newest:
        import_module("storage.upgrading").run(connection)


def with_lease(connection: Connection) -> None:
    """Sees to it that there is a lease to be taken; newer tables wait for whoever takes it.

    Raises AlreadyRunning where a house that knows none is running.
    """
    if inspect(connection).has_table(lease.name):
        return
    if connection.dialect.name == "postgresql":
        lock = text(f"SELECT pg_try_advisory_xact_lock({LOCK_OF_0_2})")
        if not connection.scalar(lock):
            raise AlreadyRunning("another Gridbee is running on this database")
    upgrade(connection)
