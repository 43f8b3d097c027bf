"""Answers that are written again and again, by category and area; whoever uses one may still
change its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, or_, select

from domain.case import Case
from storage import tables as t

if TYPE_CHECKING:
    from storage.unit import Unit

SHOWN = 4


@dataclass(frozen=True, slots=True)
class Template:
    """`category` '' fits every case; it counts in `area` and below."""

    id: int
    area: str
    category: str
    words: str


class Templates:
    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    async def in_areas(self, areas: Sequence[str]) -> list[Template]:
        """The templates that count in one of these areas, by category."""
        rows = select(t.templates).where(t.templates.c.area.in_(areas))
        found = await self._unit.query(
            rows.order_by(t.templates.c.category, t.templates.c.id)
        )
        return [Template(row.id, row.area, row.category, row.words) for row in found]

    async def for_case(self, case: Case, path: Sequence[str]) -> list[str]:
        """The words of a few templates for this case, its own category's first."""
        fits = or_(
            t.templates.c.category == case.category, t.templates.c.category == ""
        )
        rows = select(t.templates.c.words).where(t.templates.c.area.in_(path), fits)
        found = await self._unit.query(
            rows.order_by(t.templates.c.category.desc(), t.templates.c.id).limit(SHOWN)
        )
        return list(dict.fromkeys(found.scalars()))

    async def add(self, area: str, category: str, words: str, by: int) -> Template:
        made = Template(self._unit.database.next_id("templates"), area, category, words)
        row = {
            "id": made.id,
            "area": area,
            "category": category,
            "words": words,
            "made_by": by,
        }
        await self._unit.query(insert(t.templates), row)
        return made

    async def drop(self, template_id: int, areas: Sequence[str]) -> bool:
        """Returns whether there was such a template in these areas."""
        gone = delete(t.templates).where(
            t.templates.c.id == template_id, t.templates.c.area.in_(areas)
        )
        return (await self._unit.query(gone)).rowcount > 0
