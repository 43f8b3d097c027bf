"""Which lines of the audit log are an admin's business."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from domain.people import Role
from handlers.admin.audit_about import EVERYTHING, About
from handlers.dialog.turn import Turn
from handlers.people.scope import (
    areas_of,
    everywhere,
)

AT_ONCE = 100
MOST_READ = 2000
"""Lines that are looked through for those of a few areas."""


async def own_lines(
    turn: Turn,
    acts: Collection[str],
    most: int,
    top: int | None,
    what: About = EVERYTHING,
) -> list[Any]:
    """The newest lines with these acts about this, or the newest from the line `top` on."""
    before = None if top is None else top + 1
    read = turn.unit.staff.audit_lines
    root = everywhere(turn)
    if root and not what:
        return await read(most, before, acts)
    areas = areas_of(turn, Role.ADMIN)
    found: list[Any] = []
    for _ in range(MOST_READ // AT_ONCE):
        rows = await read(AT_ONCE, before, acts)
        for row in rows:
            if what.holds(row) and (root or await _within(turn, row, areas)):
                found.append(row)
        if len(found) >= most or len(rows) < AT_ONCE:
            break
        before = rows[-1].id
    return found[:most]


async def _within(turn: Turn, row: Any, areas: set[str]) -> bool:
    """Whether a line is about these areas: by its area, its case, else by who did it."""
    area = row.detail.get("area")
    if area in turn.unit.directory.areas:
        return area in areas
    if "number" in row.detail:
        return await _case_within(turn, str(row.detail["number"]), areas)
    return _did_it_here(turn, row.actor_id, areas)


async def _case_within(turn: Turn, number: str, areas: set[str]) -> bool:
    case = await turn.unit.cases.by_number(number)
    return case is not None and (case.area in areas or case.office in areas)


def _did_it_here(
    turn: Turn,
    actor_id: int | None,
    areas: set[str],
) -> bool:
    """What one did oneself, and what is done by somebody who works nowhere but here."""
    if actor_id == turn.person.id:
        return True
    actor = turn.unit.directory.staff.get(actor_id or 0)
    if actor is None:
        return False
    return all(grant.area in areas for grant in actor.grants)
