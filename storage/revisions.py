"""Which revisions of the tables this release knows, and at which one a database stands."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

SCRIPTS = Path(__file__).parent / "migrations"
STANDING = text("SELECT version_num FROM alembic_version")


def revisions() -> tuple[set[str], str]:
    """All revisions that this release knows, and the newest of them: what the names of the
    migrations begin with.
    """
    known = {path.name[:4] for path in (SCRIPTS / "versions").glob("[0-9]*.py")}
    return known, max(known)


def standing(connection: Connection) -> str | None:
    """None where nothing was ever made."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(STANDING)
    return found


def is_current(connection: Connection) -> bool:
    return standing(connection) == revisions()[1]
