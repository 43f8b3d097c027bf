"""What admins change at run time: named values, read whole with the directory."""

from __future__ import annotations

from typing import Any

from storage.session import Session
from storage.tables.house import settings


class Settings:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def put(
        self,
        name: str,
        value: Any,
        by: int | None,
    ) -> None:
        """Keeps a value under its name; `directory.settings` has it after the commit."""
        row = {
            "name": name,
            "value": value,
            "changed_by": by,
            "changed_at": self._session.now,
        }
        await self._session.query(self._session.upsert(settings), row)
        self._session.directory_changes()
