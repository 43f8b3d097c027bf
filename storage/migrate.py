"""Brings a database to the newest tables with alembic. Never down: an older program refuses a
newer database.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from storage.file_lock import AlreadyRunning
from storage.tables.house import lease

HERE = Path(__file__).parent / "migrations"
LOCK_OF_0_2 = (
    0x67726964  # "grid": the advisory lock by which a house of 0.2 holds PostgreSQL
)


def config(connection: Connection | None = None) -> Config:
    made = Config()
    made.set_main_option("script_location", str(HERE))
    made.attributes["connection"] = connection
    return made


def revisions() -> tuple[set[str], str]:
    """All revisions that this release knows, and the newest of them."""
    scripts = ScriptDirectory.from_config(config())
    known = {script.revision for script in scripts.walk_revisions()}
    return known, scripts.get_current_head() or ""


def upgrade(connection: Connection) -> None:
    """Runs the migrations that are missing, inside the caller's transaction."""
    if not is_current(connection):
        command.upgrade(config(connection), "head")


def is_current(connection: Connection) -> bool:
    _, newest = revisions()
    return MigrationContext.configure(connection).get_current_revision() == newest


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
