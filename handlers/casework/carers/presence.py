"""What comes back to somebody on leave, or to nobody, goes to whoever is there."""

from __future__ import annotations

from collections.abc import Sequence

from domain.acts import Act
from domain.moves import MOVES
from domain.people import Person
from handlers.casework.carers.carers import carer
from handlers.casework.carers.routing import Team
from handlers.casework.complaints import kept_from
from handlers.casework.happened import Happened, Order
from handlers.casework.reach import present
from handlers.dialog.scene import Scene

COMES_BACK = frozenset(
    {
        Act.REOPEN,
        Act.REDO,
        Act.RESUME,
        Act.UNMERGE,
        Act.DECIDE,
    }
)
"""Acts after which something has to be done by whoever had the case before."""
HUSHED = frozenset({"filer"})


async def hear(scene: Scene, happened: Happened) -> Sequence[Order]:
    """Not where nobody is there; and not what somebody on leave does to their own case."""
    case, unit = happened.case, scene.unit
    person = unit.directory.staff.get(case.assignee_id or 0)
    if happened.act not in COMES_BACK or (case.state, Act.HAND_ON) not in MOVES:
        return ()
    if case.assignee_id is not None and not _away(scene, person):
        return ()
    team = Team(case.area, case.post, case.office)
    without = kept_from(unit.directory, case)
    without |= {person.id} if person else set()
    to = carer(scene, team, case.id, without)
    if to is None or not present(unit, [to]):
        return ()
    return (Order(case, Act.HAND_ON, {"assignee_id": to.id}, HUSHED),)


def _away(scene: Scene, person: Person | None) -> bool:
    """Whether it is with somebody on leave, who has not done this themselves."""
    if person is None or person.id == scene.actor.id:
        return False
    return person.away(scene.unit.now)
