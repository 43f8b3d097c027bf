"""The morning's batch: reports about shops are passed on, and their filers hear to whom."""

from __future__ import annotations

from datetime import datetime

from domain.acts import Act
from domain.case import Case
from domain.people import Person
from handlers.casework.carers.shops import TIMER, unsealed
from handlers.casework.happened import NOTHING
from handlers.casework.letters.dated import when
from handlers.casework.letters.sending import say_to
from handlers.casework.perform import perform
from handlers.dialog.scene import Scene


async def pass_on(
    scene: Scene,
    case_id: int,
    due_at: datetime,
) -> None:
    """Nothing where it was withdrawn meanwhile: it stays its filer's alone."""
    unit = scene.unit
    unit.timers.set(TIMER, case_id, None)
    case = await unit.cases.get(case_id)
    if case is None or not (case.sealed and case.open):
        return
    changes = unsealed(case, unit.now)
    done = await perform(scene, case, Act.UNSEAL, NOTHING, changes)
    to = unit.directory.staff.get(done.case.assignee_id or 0)
    if to is not None:
        await _told(scene, done.case, to)


async def _told(scene: Scene, case: Case, to: Person) -> None:
    """Its filer hears who has it now."""
    filer = await scene.unit.people.get(case.filer_id)
    if filer is None:
        return
    due = when(scene, filer, case, case.resolve_due)
    key = "notice-shop-passed-on"
    await say_to(scene, case.filer_id, case, key, name=to.name, due=due)
