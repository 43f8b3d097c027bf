"""The morning's batch: reports about shops find somebody in charge, and their filers hear so."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.acts import Act
from domain.case import Case
from domain.moves import MOVES
from domain.people import Person
from handlers.casework import phrases
from handlers.casework.carers import carer
from handlers.casework.complaints import kept_from
from handlers.casework.happened import NOTHING
from handlers.casework.perform import perform
from handlers.casework.routing import Team
from handlers.casework.sending import say_to
from handlers.casework.shops import TIMER
from handlers.dialog.scene import CLOCK, Scene


async def pass_on(
    scene: Scene,
    case_id: int,
    due_at: datetime,
) -> None:
    """Nothing where it was withdrawn or taken meanwhile. Where nobody is there to take charge it
    is in nobody's, as any other case then, until somebody joins.
    """
    unit = scene.unit
    unit.timers.set(TIMER, case_id, None)
    case = await unit.cases.get(case_id)
    if case is None or not case.open or case.assignee_id is not None:
        return
    team = Team(case.area, case.post, case.office)
    kept = kept_from(unit.directory, case)
    to = carer(scene, team, case.id, kept)
    if to is None:
        return
    clock = replace(scene, actor=CLOCK)
    change = {"assignee_id": to.id}
    act = Act.ASSIGN if (case.state, Act.ASSIGN) in MOVES else Act.HAND_ON
    done = await perform(clock, case, act, NOTHING, change)
    await _told(scene, done.case, to)


async def _told(scene: Scene, case: Case, to: Person) -> None:
    """Its filer hears who has it now."""
    filer = await scene.unit.people.get(case.filer_id)
    language = scene.language_of(filer)
    due = phrases.when(
        language,
        case.resolve_due,
        scene.unit.now,
        scene.setup,
    )
    key = "notice-shop-passed-on"
    await say_to(scene, case.filer_id, case, key, name=to.name, due=due)
