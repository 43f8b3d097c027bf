"""When the clock looks at a case again, and when what was promised of it has to be true."""

from __future__ import annotations

from collections.abc import Sequence

from domain.alarms import next_time
from domain.case import Case
from domain.promises import promised
from handlers.casework.deadlines import policy_and_calendar
from handlers.casework.happened import Happened, Order
from handlers.dialog.scene import Scene


async def hear(scene: Scene, happened: Happened) -> Sequence[Order]:
    plan(scene, happened.case, happened.before)
    return ()


def plan(scene: Scene, case: Case, before: Case | None = None) -> None:
    """Sets the case's next moment, and the one at which who waits has to have an answer.

    A promise that is broken already keeps the moment at which they hear so; of a case that was
    over, as it stood `before`, they hear it now.
    """
    calendar = policy_and_calendar(scene, case)[1]
    scene.unit.timers.set("case", case.id, next_time(case, calendar))
    at = promised(case)
    now = scene.unit.now
    if at is None or at > now:
        scene.unit.timers.set("promise", case.id, at)
    elif before is not None and not before.open:
        scene.unit.timers.set("promise", case.id, now)
