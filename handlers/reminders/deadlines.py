"""A case's clock: alarms on the way to its deadline, levels up after it, and the last dates.

The clock may have been stopped for a day: a case then raises the alarms it missed at one go,
told once to each level; what became pointless meanwhile finds nothing to do.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain import changes
from domain.acts import Act
from domain.alarms import alarms_reached, next_time
from domain.case import Case
from domain.kinds import Urgency
from domain.states import WAITING, State
from handlers.casework.cards import boards
from handlers.casework.cards.card_edits import redraw
from handlers.casework.deadlines import policy_and_calendar, service_hours
from handlers.casework.perform import perform
from handlers.casework.reach import heads
from handlers.dialog.scene import Scene
from handlers.reminders.alarms import remind, tell
from handlers.reminders.promises import not_taken

RED = 2
"""The alarm at which the time is up."""


async def case_due(scene: Scene, case_id: int, at: datetime) -> None:
    """Yellow at 70 %, red at 100 % and a level up, again each further period.

    What is on hold wakes up; what is solved closes at the end of the feedback window.
    """
    case = await scene.unit.cases.get(case_id)
    if case is None or case.ended:
        scene.unit.timers.set("case", case_id, None)
    elif case.state is State.RESOLVED:
        await perform(scene, case, Act.CLOSE)
    elif case.state is State.HELD:
        await perform(scene, case, Act.RESUME)
    else:
        await _alarm(scene, case)


async def _alarm(scene: Scene, case: Case) -> None:
    """No alert outside service hours unless it is urgent."""
    calendar = policy_and_calendar(scene, case)[1]
    opens = service_hours(scene, case.area).opens(scene.unit.now)
    if case.urgency is not Urgency.URGENT and opens > scene.unit.now:
        return scene.unit.timers.set("case", case.id, opens)
    reached = alarms_reached(case, scene.unit.now, calendar)
    if reached > case.alarms:
        if case.alarms == 0:
            await remind(scene, case)
        if reached > 1:
            case = await _raise(scene, case, reached)
        case = replace(case, alarms=reached)
        scene.unit.cases.change(case)
        if reached > 1:
            await redraw(scene, case)
            boards.late(scene, case)
    scene.unit.timers.set("case", case.id, next_time(case, calendar))


async def _raise(scene: Scene, before: Case, reached: int) -> Case:
    """Up one level for each alarm from red on, to the top."""
    levels = max(
        len(scene.unit.directory.ladder(before)) - 1,
        1,
    )
    told = await _tell_heads(scene, before, reached, levels)
    if told and before.alarms < RED and before.state in WAITING:
        await not_taken(scene, before, told)
    raised = max(before.raised, min(reached - 1, levels))
    case = replace(before, raised=raised)
    changed = changes.difference(before, replace(case, alarms=reached))
    scene.unit.history.add(
        case,
        Act.ESCALATE,
        None,
        "clock",
        **changed,
        told=[[], told],
    )
    return case


async def _tell_heads(
    scene: Scene,
    case: Case,
    reached: int,
    levels: int,
) -> list[int]:
    """The heads of every newly reached level hear once. Returns their ids."""
    told: set[int] = set()
    key = "alarm-verify" if case.state is State.VERIFYING else "alarm-raised"
    first = max(case.alarms, 1)
    for step in range(first, min(reached, first + levels)):
        for person in heads(scene.unit, case, min(step, levels), None):
            if person.id not in told:
                told.add(person.id)
                await tell(scene, person, case, key)
    return sorted(told)
