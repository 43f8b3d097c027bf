"""When a day is over "tomorrow" becomes "today": the cards that say so are edited, a few a look."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.case import Case
from domain.promises import promised
from domain.quiet import next_local
from handlers.casework import phrases
from handlers.casework.cards.card_edits import redraw
from handlers.dialog.clock import Skips, at_fault
from handlers.dialog.scene import Scene

MIDNIGHT = 0
"""Minutes after local midnight."""

A_MOMENT = timedelta(minutes=1)
READ_AT_ONCE = 100
EDITED_AT_ONCE = 20
"""Cases a look; a look is every few seconds, and nobody waits for this."""


async def turned(scene: Scene, skips: Skips) -> None:
    """Goes on where the last look ended. The row's subject is the last case that was looked at,
    its moment the midnight of which this is about.
    """
    timers, midnight = scene.unit.timers, _midnight(scene)
    if not await timers.subjects("turn"):
        return timers.set("turn", 0, midnight)
    due = await timers.due("turn", 1)
    if not due:
        return
    after, at = due[0]
    last = await _look(scene, after, at, skips)
    timers.set("turn", after, None)
    timers.set("turn", last or 0, at if last else midnight)


def _midnight(scene: Scene) -> datetime:
    return next_local(scene.unit.now, MIDNIGHT, scene.setup.zone)


async def _look(
    scene: Scene,
    after: int,
    at: datetime,
    skips: Skips,
) -> int | None:
    """The last case that was looked at; None when all have been."""
    cases = await scene.unit.cases.all_open(after, READ_AT_ONCE)
    told = await scene.unit.timers.subjects("promise")
    edited = 0
    for case in cases:
        if skips(case.id):
            continue
        with at_fault(case.id):
            if case.id not in told:  # it was filed before 0.3
                scene.unit.timers.set("promise", case.id, promised(case))
            before = _shown(scene, case, at - A_MOMENT)
            if before != _shown(scene, case, scene.unit.now):
                await redraw(scene, case)
                edited += 1
        if edited == EDITED_AT_ONCE:
            return case.id
    return cases[-1].id if len(cases) == READ_AT_ONCE else None


def _shown(scene: Scene, case: Case, now: datetime) -> list[str]:
    """The dates on its card as they read at that moment."""
    dates = (case.due_at, case.extension_to)
    setup = scene.setup
    return [phrases.when(setup.language, at, now, setup) for at in dates if at]
