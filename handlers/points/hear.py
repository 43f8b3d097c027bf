"""What happens to a case, as the honey bank hears of it: solved, closed by the filer, reopened."""

from __future__ import annotations

from collections.abc import Sequence

from domain.acts import Act
from domain.case import Case
from domain.kinds import Kind
from domain.states import State
from handlers.casework.happened import Happened, Order
from handlers.dialog.scene import Scene
from handlers.points import booking
from handlers.points.tail import IN_ONE_LETTER, waits_for_its_end

DONE = (State.RESOLVED, State.CLOSED)


async def hear(scene: Scene, happened: Happened) -> Sequence[Order]:
    """Nothing follows from it for the case."""
    before, case = happened.before, happened.case
    was, done = before.state in DONE, case.state in DONE
    if case.kind is Kind.WISH and was and not done:
        await booking.take_back(scene, case)
    if not waits_for_its_end(case):
        return ()
    if done and _loop_closes(scene, happened):
        await booking.book(scene, case)
    elif done and not was and case.resolved_at is not None:
        await booking.wait(scene, case, happened.act not in IN_ONE_LETTER)
    elif was and not done:
        await booking.take_back(scene, case)
    return ()


def _loop_closes(scene: Scene, happened: Happened) -> bool:
    """The filer says that it is solved, or somebody who did not do it looked."""
    who, case = scene.actor.id, happened.case
    if happened.act is Act.CONFIRM:
        return who is not None and who == case.filer_id
    return happened.act is Act.VERIFY and who not in (None, *_parties(case))


def _parties(case: Case) -> tuple[int | None, ...]:
    return case.filer_id, case.assignee_id
