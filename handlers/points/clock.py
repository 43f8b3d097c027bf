"""A case that was solved for so long that nobody need say so any more: its points are booked."""

from __future__ import annotations

from datetime import datetime

from handlers.dialog.scene import Scene
from handlers.points import booking
from handlers.points.hear import DONE
from storage.points.of_cases import TIMER


async def points_due(scene: Scene, case_id: int, at: datetime) -> None:
    scene.unit.timers.set(TIMER, case_id, None)
    case = await scene.unit.cases.get(case_id)
    if case is not None and case.state in DONE:
        await booking.book(scene, case)
