"""Which lines of the audit log are the business of somebody who leads or administers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from domain.case import Case
from domain.privacy import Aspect
from domain.viewers import reads
from handlers.admin.audit_about import EVERYTHING, About
from handlers.dialog.turn import Turn
from handlers.people.scope import (
    HEADS,
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
    within = what.within(turn)
    found: list[Any] = []
    for _ in range(MOST_READ // AT_ONCE):
        rows = await turn.unit.staff.audit_lines(AT_ONCE, before, acts, within)
        found += await _own(turn, [row for row in rows if what.holds(row)])
        if len(found) >= most or len(rows) < AT_ONCE:
            break
        before = rows[-1].id
    return found[:most]


async def _own(turn: Turn, rows: Sequence[Any]) -> list[Any]:
    """Those of the lines that are theirs: by their case, their area, else by who did it. Whoever
    is complained of does not find the complaint here either.
    """
    root = everywhere(turn)
    areas = areas_of(turn, *HEADS)
    numbers = {str(row.detail["number"]) for row in rows if "number" in row.detail}
    cases = await turn.unit.cases.numbered(numbers) if numbers else {}

    def own(row: Any) -> bool:
        number = row.detail.get("number")
        if number is not None:
            case = cases.get(str(number))
            return root if case is None else _of_theirs(turn, case, areas)
        area = row.detail.get("area")
        if root or area in turn.unit.directory.areas:
            return root or area in areas
        return _did_it_here(turn, row.actor_id, areas)

    return [row for row in rows if own(row)]


def _of_theirs(turn: Turn, case: Case, areas: set[str]) -> bool:
    reach = turn.unit.directory.reach(case)
    if not reads(turn.person, case, reach, Aspect.EXISTS):
        return False
    return case.area in areas or case.office in areas


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
