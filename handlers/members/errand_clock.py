"""What the clock does with an errand: a word two hours before, thanks when it begins, and after a
month nobody knows any more who came.
"""

from __future__ import annotations

from datetime import datetime

from domain.errands import KEPT, ErrandState
from handlers.dialog.scene import Scene
from handlers.members import errand_hours, errand_telling
from handlers.members.errand_form import TIMER


async def errand_due(
    scene: Scene,
    errand_id: int,
    due_at: datetime,
) -> None:
    unit = scene.unit
    errand = await unit.errands.get(errand_id)
    if errand is None:
        return unit.timers.set(TIMER, errand_id, None)
    if errand.state is not ErrandState.OPEN:
        await unit.errands.forget_takers(errand_id)
        return unit.timers.set(TIMER, errand_id, None)
    names = await errand_telling.names(scene, errand)
    if unit.now < errand.at:
        unit.timers.set(TIMER, errand_id, errand.at)
        await errand_telling.to_takers(
            scene,
            errand,
            "notice-errand-soon",
            "drop",
        )
        key = "notice-errand-soon-caller" if names else "notice-errand-nobody"
        return await errand_telling.to_caller(
            scene,
            errand,
            key,
            "cancel",
            names=names,
        )
    await unit.errands.end(errand_id, ErrandState.OVER)
    unit.timers.set(TIMER, errand_id, unit.now + KEPT)
    errand_hours.plan(scene, errand)
    await errand_telling.to_takers(scene, errand, "notice-errand-over")
    await errand_telling.to_caller(
        scene,
        errand,
        "notice-errand-over-caller",
        names=names,
    )
