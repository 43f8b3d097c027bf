"""Whether a database has the newest tables, and what brings it there. Never down: an older
program refuses a newer database.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from storage.file_lock import AlreadyRunning
from storage.tables.house import lease

VERSIONS = Path(__file__).parent / "migrations" / "versions"
STANDING = text("SELECT version_num FROM alembic_version")
LOCK_OF_0_2 = (
    0x67726964  # "grid": the advisory lock by which a house of 0.2 holds PostgreSQL
)


def revisions() -> tuple[set[str], str]:
    """All revisions that this release knows, and the newest of them: what the names of the
    migrations begin with.
    """
    known = {path.name[:4] for path in VERSIONS.glob("[0-9]*.py")}
    return known, max(known)


def upgrade(connection: Connection) -> None:
    """Runs the migrations that are missing, inside the caller's transaction."""
    if not is_current(connection):
        import_module("storage.upgrading").run(connection)


def is_current(connection: Connection) -> bool:
    if not inspect(connection).has_table("alembic_version"):
        return False
    _, newest = revisions()
    return bool(connection.scalar(STANDING) == newest)


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
