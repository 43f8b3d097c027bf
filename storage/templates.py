"""Answers that are written again and again, by category and area; whoever uses one may still
change its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, insert, or_, select

from domain.case import Case
from storage.session import Session
from storage.statements import among, same
from storage.tables.casework import templates

SHOWN = 4
T = templates.c
FITTING = (
    select(T.words)
    .where(among(T.area), or_(same(T.category), T.category == ""))
    .order_by(T.category.desc(), T.id)
    .limit(SHOWN)
)


@dataclass(frozen=True, slots=True)
class Template:
    """`category` '' fits every case; it counts in `area` and below."""

    id: int
    area: str
    category: str
    words: str


class Templates:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def in_areas(self, areas: Sequence[str]) -> list[Template]:
        """The templates that count in one of these areas, by category."""
        rows = select(templates).where(templates.c.area.in_(areas))
        found = await self._session.query(
            rows.order_by(templates.c.category, templates.c.id)
        )
        return [
            Template(
                row.id,
                row.area,
                row.category,
                row.words,
            )
            for row in found
        ]

    async def for_case(self, case: Case, path: Sequence[str]) -> list[str]:
        """The words of a few templates for this case, its own category's first."""
        asked = {"area": path, "category": case.category}
        found = await self._session.query(FITTING, asked)
        return list(dict.fromkeys(found.scalars()))

    async def add(
        self,
        area: str,
        category: str,
        words: str,
        by: int,
    ) -> Template:
        made = Template(
            self._session.next_id("templates"),
            area,
            category,
            words,
        )
        row = {
            "id": made.id,
            "area": area,
            "category": category,
            "words": words,
            "made_by": by,
        }
        await self._session.query(insert(templates), row)
        return made

    async def drop(self, template_id: int, areas: Sequence[str]) -> bool:
        """Returns whether there was such a template in these areas."""
        gone = delete(templates).where(
            templates.c.id == template_id, templates.c.area.in_(areas)
        )
        return (await self._session.query(gone)).rowcount > 0
