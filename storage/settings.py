"""What admins change at run time: named values, read whole with the directory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from storage.tables.house import settings

if TYPE_CHECKING:
    from storage.unit import Unit


async def put(unit: Unit, name: str, value: Any, by: int | None) -> None:
    """Keeps a value under its name; `unit.directory.settings` has it after the commit."""
    row = {"name": name, "value": value, "changed_by": by, "changed_at": unit.now}
    await unit.query(unit.database.upsert(settings), row)
    unit.directory_changes()
