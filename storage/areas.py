"""The areas, put in place of one another as a whole."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import delete

from domain.area import Area
from storage.session import Session
from storage.tables.areas import areas as areas_table


class Areas:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def replace(self, areas: Iterable[Area]) -> None:
        """Puts these areas in place of all that were there; cases keep their area's code."""
        await self._session.query(delete(areas_table))
        rows = [
            {
                "code": area.code,
                "name": area.name,
                "level": area.level,
                "parent": area.parent,
                "kind": area.kind,
                "polygon": area.polygon,
                "tags": list(area.tags) or None,
            }
            for area in areas
        ]
        self._session.write(self._session.insert(areas_table), rows)
        self._session.directory_changes()
        self._session.places_change()
