"""Which revisions of the tables this release knows."""

from __future__ import annotations

from pathlib import Path

from alembic.script import ScriptDirectory

SCRIPTS = Path(__file__).parent / "migrations"


def revisions() -> tuple[set[str], str]:
    """All of them, and the newest."""
    scripts = ScriptDirectory(str(SCRIPTS))
    known = {script.revision for script in scripts.walk_revisions()}
    return known, scripts.get_current_head() or ""
