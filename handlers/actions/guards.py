"""When an act is not possible although the case's state and the actor's role would allow it."""

from __future__ import annotations

from domain.acts import Act
from domain.case import Case
from domain.permissions import may
from domain.states import State
from handlers.casework.parts import unfinished
from handlers.casework.reach import heads
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Refused


def leads(scene: Scene, case: Case) -> bool:
    """Whether the actor may look whether it is really solved."""
    person = scene.actor.person
    reach = scene.unit.directory.reach(case)
    return person is not None and may(person, Act.VERIFY, case, reach)


async def extension(scene: Scene, case: Case) -> Refused | None:
    """Nobody has asked for more time."""
    if case.extension_to is None:
        return Refused("refuse-no-extension", number=case.number)
    return None


async def anothers_extension(scene: Scene, case: Case) -> Refused | None:
    """Who asked for it, or would have it, leaves it to somebody else while there is somebody."""
    none = await extension(scene, case)
    if none is not None:
        return none
    history = await scene.unit.history.of(case.id)
    asked = [line.actor_id for line in history if line.act is Act.EXTEND]
    own = scene.actor.id in (case.assignee_id, *asked[-1:])
    if own and heads(scene.unit, case, 0, scene.actor.person):
        return Refused("refuse-own-extension")
    return None


async def no_open_poll(scene: Scene, case: Case) -> Refused | None:
    """Who voted has seen the words: privacy waits for the end of the vote."""
    return Refused("refuse-poll-open") if case.state is State.DELIBERATING else None


async def parts_finished(scene: Scene, case: Case) -> Refused | None:
    return await unfinished(scene, case)
