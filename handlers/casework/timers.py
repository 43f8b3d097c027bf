"""When the clock looks at a case again."""

from __future__ import annotations

from collections.abc import Sequence

from domain.alarms import next_time
from domain.case import Case
from handlers.casework.deadlines import policy_and_calendar
from handlers.casework.happened import Happened, Order
from handlers.dialog.scene import Scene


async def hear(scene: Scene, happened: Happened) -> Sequence[Order]:
    plan(scene, happened.case)
    return ()


def plan(scene: Scene, case: Case) -> None:
    """Sets the case's next moment."""
    calendar = policy_and_calendar(scene, case)[1]
    scene.unit.timers.set("case", case.id, next_time(case, calendar))
