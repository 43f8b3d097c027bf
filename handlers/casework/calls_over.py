"""That numbers to call need not stay in sight: nothing urgent of who had them is open any more."""

from __future__ import annotations

from collections.abc import Sequence

from domain.kinds import Urgency
from domain.messages import Reply
from domain.states import State
from handlers.casework.happened import Happened, Order
from handlers.dialog.scene import Scene
from storage.unit import Unit

MOST = 50  # open cases that one may have
OVER = frozenset(
    {
        State.WITHDRAWN,
        State.REJECTED,
        State.CLOSED,
    }
)
"""What was merged goes on elsewhere, and what is said to be solved is not agreed upon yet."""


async def hear(scene: Scene, happened: Happened) -> Sequence[Order]:
    """At all doors of whoever filed it: the numbers came to all of them."""
    person, case, unit = happened.before.filer_id, happened.case, scene.unit
    if person is None or not _over(happened):
        return ()
    if await _in_danger(unit, person):
        return ()
    for chat in await unit.people.addresses(person):
        over = Reply(calls_over=True)
        # where all that waits goes as one message, this does not hide which case it is about
        unit.outbox.add(
            chat,
            over,
            case_id=case.id,
            about=case.number,
        )
    return ()


def _over(happened: Happened) -> bool:
    """Also where it goes on for others, and whoever filed it has taken it back."""
    case, before = happened.case, happened.before
    if before.urgency is not Urgency.URGENT:
        return False
    ended = case.state in OVER and before.state not in OVER
    return ended or case.filer_id is None


async def _in_danger(unit: Unit, person: int) -> bool:
    found = await unit.cases.open_of(person, MOST)
    return any(one.urgency is Urgency.URGENT for one in found)
