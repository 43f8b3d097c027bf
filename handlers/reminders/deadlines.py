"""A case's clock: alarms on the way to its deadline, levels up after it, and the last dates.

The clock may have been stopped for a day: a case then raises the alarms it missed at one go,
told once to each level; what became pointless meanwhile finds nothing to do.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain import changes
from domain.case import Act, Case, State, Urgency
from domain.deadlines import alarms_reached, next_time
from handlers.casework import deadlines, routing
from handlers.casework.perform import Actor, perform
from handlers.dialog.setup import Setup
from handlers.reminders.alarms import remind, tell
from storage.unit import Unit

CLOCK = Actor(None, "clock")


async def case_due(
    unit: Unit,
    setup: Setup,
    case_id: int,
    at: datetime,
) -> None:
    """Yellow at 70 %, red at 100 % and a level up, again each further period.

    What is on hold wakes up; what is solved closes at the end of the feedback window.
    """
    case = await unit.cases.get(case_id)
    if case is None or case.ended:
        unit.timers.set("case", case_id, None)
    elif case.state is State.RESOLVED:
        await perform(unit, setup, CLOCK, case, Act.CLOSE)
    elif case.state is State.HELD:
        await perform(unit, setup, CLOCK, case, Act.RESUME)
    else:
        await _alarm(unit, setup, case)


async def _alarm(unit: Unit, setup: Setup, case: Case) -> None:
    """No alert outside service hours unless it is urgent."""
    calendar = deadlines.of(unit, setup, case)[1]
    opens = deadlines.service_hours(unit, setup, case.area).opens(unit.now)
    if case.urgency is not Urgency.URGENT and opens > unit.now:
        return unit.timers.set("case", case.id, opens)
    reached = alarms_reached(case, unit.now, calendar)
    if reached > case.alarms:
        if case.alarms == 0:
            await remind(unit, setup, case)
        if reached > 1:
            case = await _raise(unit, setup, case, reached)
        case = replace(case, alarms=reached)
        unit.cases.change(case)
    unit.timers.set("case", case.id, next_time(case, calendar))


async def _raise(
    unit: Unit,
    setup: Setup,
    before: Case,
    reached: int,
) -> Case:
    """Up one level for each alarm from red on, to the top."""
    levels = max(len(unit.directory.ladder(before)) - 1, 1)
    told = await _tell_heads(unit, setup, before, reached, levels)
    raised = max(before.raised, min(reached - 1, levels))
    case = replace(before, raised=raised)
    changed = changes.difference(before, replace(case, alarms=reached))
    unit.history.add(
        case,
        Act.ESCALATE,
        None,
        "clock",
        **changed,
        told=[[], told],
    )
    return case


async def _tell_heads(
    unit: Unit,
    setup: Setup,
    case: Case,
    reached: int,
    levels: int,
) -> list[int]:
    """The heads of every newly reached level hear once. Returns their ids."""
    path = unit.directory.ladder(case)
    told: set[int] = set()
    key = "alarm-verify" if case.state is State.VERIFYING else "alarm-raised"
    first = max(case.alarms, 1)
    for step in range(first, min(reached, first + levels)):
        for person in routing.head(unit.directory, path, min(step, levels))[1]:
            if person.id not in told:
                told.add(person.id)
                await tell(unit, setup, person, case, key)
    return sorted(told)
