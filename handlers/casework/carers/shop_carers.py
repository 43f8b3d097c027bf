"""Who gets a report about a shop once it is passed on: in the morning's batch, or at once where
what was added to it does not wait.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.acts import Act
from domain.case import Case
from domain.standing import FILER_ACTS
from handlers.casework.carers.carers import carer
from handlers.casework.carers.routing import Team
from handlers.casework.carers.shops import TIMER, unsealed
from handlers.casework.complaints import complained_of, kept_from
from handlers.casework.happened import Happened, Order
from handlers.dialog.scene import Scene

FILERS = (Act.FILE, *FILER_ACTS)


async def hear(scene: Scene, happened: Happened) -> Sequence[Order]:
    """What complains of somebody on the staff never waits, also where it is said later."""
    case = happened.case
    if happened.act is Act.UNSEAL:
        return await _found(scene, case)
    if not (case.sealed and case.open and _complains(scene, happened)):
        return ()
    return [Order(case, Act.UNSEAL, unsealed(case, scene.unit.now))]


def _complains(scene: Scene, happened: Happened) -> bool:
    case, said = happened.case, happened.given.words
    if happened.act not in FILER_ACTS or not said or case.filer_id is None:
        return False
    directory = scene.unit.directory
    return bool(complained_of(directory, case.area, said, case.filer_id))


async def _found(scene: Scene, case: Case) -> Sequence[Order]:
    """Whoever has it from now on: nobody of whom it complains. Where nobody is there it is in
    nobody's charge, as any other case then, until somebody joins.
    """
    scene.unit.timers.set(TIMER, case.id, None)
    lines = await scene.unit.history.of(case.id)
    said = "\n".join(one.words for one in lines if one.act in FILERS)
    kept = kept_from(scene.unit.directory, replace(case, words=said))
    to = carer(scene, Team(case.area, case.post, case.office), case.id, kept)
    if to is None:
        return ()
    return [Order(case, Act.ASSIGN, {"assignee_id": to.id})]
