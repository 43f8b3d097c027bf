"""Figures for /stats: counted in the database, by area and period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, case, func, select

from storage import tables as t
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of cases filed in one area within a period; `open` and `late` are as of now, whenever filed."""

    filed: int = 0
    accepted_in_time: int = 0
    accept_due: int = 0
    resolved: int = 0
    closed: int = 0
    solved: int = 0
    answered: int = 0
    open: int = 0
    late: int = 0

    def __add__(self, other: Figures) -> Figures:
        return Figures(*(getattr(self, name) + getattr(other, name) for name in Figures.__slots__))


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


async def figures(unit: Unit, areas: set[str], since: datetime) -> dict[str, Figures]:
    """By area code, for the cases filed since then. Formulas: docs/admins.md."""
    c = t.cases.c
    filed = (
        select(
            c.area,
            func.count(),
            _count(c.accepted_at <= c.accept_due),
            _count((c.accept_due <= unit.now) | c.accepted_at.is_not(None)),
            _count(c.resolved_at.is_not(None)),
            _count(c.state == "closed"),
        )
        .where(c.area.in_(areas), c.filed_at >= since)
        .group_by(c.area)
    )
    found = {row[0]: Figures(*(int(value) for value in row[1:])) for row in await unit.query(filed)}
    h = t.history.c
    said = (
        select(c.area, _count(h.act == "confirm"), func.count())
        .join(t.cases, c.id == h.case_id)
        .where(h.act.in_(("confirm", "reopen")), c.area.in_(areas), c.filed_at >= since)
        .where(h.actor_id.is_distinct_from(c.assignee_id))  # a coordinator's own word, on the spot, is no answer
        .group_by(c.area)
    )
    for area, solved, answered in await unit.query(said):
        found[area] = found.get(area, Figures()) + Figures(solved=int(solved), answered=int(answered))
    still = c.state.in_(("filed", "assigned", "in_progress", "returned", "reopened"))
    now = select(c.area, func.count(), _count(c.due_at < unit.now)).where(c.area.in_(areas), still).group_by(c.area)
    for area, open_now, late in await unit.query(now):
        found[area] = found.get(area, Figures()) + Figures(open=int(open_now), late=int(late))
    return found
