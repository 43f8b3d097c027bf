"""What a new row of the policy does to the open cases: how many it touches, and each anew."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import datetime

from domain import changes
from domain.acts import Act
from domain.case import Case
from domain.kinds import Urgency
from domain.lateness import late as overdue
from domain.merged import still_owed
from domain.phases import after
from domain.policies import Limit, Row
from handlers.casework import deadlines
from handlers.casework.cards.card_edits import refresh
from handlers.casework.happened import (
    NOTHING,
    Happened,
)
from handlers.casework.merged_in import merged_in
from handlers.casework.notices.telling import hear
from handlers.casework.timers import plan
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Turn
from storage.unit import Unit

AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Effect:
    """How many open cases a new row touches, and how many of those are late before and after."""

    touched: int = 0
    late_before: int = 0
    late: int = 0


async def effect(turn: Turn, row: Row) -> Effect:
    """What the row would do now."""
    touched = late_before = late = 0
    async for case in _touched(turn.unit, row):
        recounted = await _recounted(turn.scene, case, row.limit)
        touched += 1
        late_before += overdue(case.state, case.due_at, turn.unit.now)
        late += overdue(recounted.state, recounted.due_at, turn.unit.now)
    return Effect(touched, late_before, late)


async def recount_later(unit: Unit, row: Row) -> None:
    """Every open case that the row touches is counted again by the clock, a few at a time."""
    async for case in _touched(unit, row):
        unit.timers.set("recount", case.id, unit.now)


async def _touched(unit: Unit, row: Row) -> AsyncIterator[Case]:
    last = 0
    while cases := await unit.cases.all_open(last, AT_ONCE):
        last = cases[-1].id
        for case in cases:
            if _touches(unit, row, case):
                yield case


def _touches(unit: Unit, row: Row, case: Case) -> bool:
    if case.urgency is Urgency.URGENT and not row.urgency:
        return False
    area = unit.directory.areas.get(case.area)
    level = area.level if area else ""
    return row.fits(
        case.kind,
        case.category,
        case.urgency,
        level,
    )


async def _recounted(scene: Scene, case: Case, limit: Limit) -> Case:
    """What was merged into it is owed as it was."""
    calendar = deadlines.calendar(scene, limit, case.area)
    policy = {case.urgency: limit}
    made = after(
        case,
        Act.RECLASSIFY,
        case.state,
        scene.unit.now,
        policy,
        calendar,
    )
    merged = await merged_in(scene.unit, case) if case.linked else []
    return still_owed(made, merged, case)


async def recount_due(scene: Scene, case_id: int, at: datetime) -> None:
    """The policy has changed: this case's deadlines by the new one, and its alarms by those."""
    unit = scene.unit
    unit.timers.set("recount", case_id, None)
    case = await unit.cases.get(case_id)
    if case is None or not case.open:
        return
    limit = deadlines.limit(
        scene,
        case.kind,
        case.category,
        case.urgency,
        case.area,
    )
    made = await _recounted(scene, case, limit)
    made = replace(made, touched_at=case.touched_at)
    if made != case:
        await _change(scene, case, made)


async def _change(scene: Scene, before: Case, case: Case) -> None:
    """The act is written down and heard of, but is none of anybody's: no alarm is given anew."""
    unit = scene.unit
    unit.cases.change(case)
    changed = changes.difference(before, case)
    line = unit.history.add(
        case,
        Act.RECLASSIFY,
        None,
        "clock",
        **changed,
    )
    plan(scene, case)
    await refresh(scene, case, before)
    # what a filer was promised no longer holds
    if case.resolve_due > before.resolve_due:
        hush = frozenset({"assignee"})
        happened = Happened(
            Act.RECLASSIFY,
            before,
            case,
            line,
            NOTHING,
            hush,
        )
        await hear(scene, happened)
