"""Brings a database to the newest tables with alembic. Never down: an older program refuses a
newer database.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

HERE = Path(__file__).parent / "migrations"


def config(connection: Connection | None = None) -> Config:
    made = Config()
    made.set_main_option("script_location", str(HERE))
    made.attributes["connection"] = connection
    return made


def upgrade(connection: Connection) -> None:
    """Runs the migrations that are missing, inside the caller's transaction."""
    made = config(connection)
    current = MigrationContext.configure(connection).get_current_revision()
    if current != ScriptDirectory.from_config(made).get_current_head():
        command.upgrade(made, "head")
