"""Cases that find somebody else: when somebody joins, leaves, or is away."""

from __future__ import annotations

from dataclasses import replace

from domain.acts import Act
from domain.case import Case
from domain.moves import MOVES
from domain.people import Person
from domain.permissions import may
from handlers.casework.carers import carer
from handlers.casework.happened import NOTHING, Happened
from handlers.casework.perform import perform
from handlers.casework.routing import Team
from handlers.casework.telling import handed_over
from handlers.dialog.scene import CLOCK, Scene

AT_ONCE = 200
MOST_CARRIED = 1000
BY_ONE_LETTER = frozenset({"assignee"})


async def adopt(scene: Scene) -> int:
    """Somebody has joined: cases that nobody was in charge of find their way. Returns how many."""
    await scene.unit.directory_now()
    clock = replace(scene, actor=CLOCK)
    adopted = 0
    for case in await scene.unit.cases.in_nobodys_charge(AT_ONCE):
        to = carer(clock, Team(case.area, case.post, case.office), case.id)
        if to is not None:
            act = Act.ASSIGN if (case.state, Act.ASSIGN) in MOVES else Act.HAND_ON
            await perform(clock, case, act, NOTHING, {"assignee_id": to.id})
            adopted += 1
    return adopted


async def rehome(scene: Scene, person: Person, *, all_of_them: bool = False) -> int:
    """Gives what this person carried, and may no longer see, to whoever looks after it now. Returns
    how many.

    With `all_of_them` everything: they are on leave.
    """
    clock = replace(scene, actor=CLOCK)
    moved: dict[int, list[Happened]] = {}
    for case in await scene.unit.cases.carried_by(person.id, MOST_CARRIED):
        if all_of_them or not _still_theirs(scene, person, case):
            await _move(clock, person, case, moved)
    for person_id, done in moved.items():
        to = await scene.unit.people.get(person_id)
        await handed_over(clock, person, to, done)
    return sum(map(len, moved.values()))


def _still_theirs(scene: Scene, person: Person, case: Case) -> bool:
    return may(person, Act.ACCEPT, case, scene.unit.directory.reach(case))


async def _move(
    clock: Scene, person: Person, case: Case, moved: dict[int, list[Happened]]
) -> None:
    team = Team(case.area, case.post, case.office)
    to = carer(clock, team, case.id, frozenset({person.id}))
    if to is None or to.id == person.id:
        return
    change = {"assignee_id": to.id}
    done = await perform(clock, case, Act.HAND_ON, NOTHING, change, BY_ONE_LETTER)
    moved.setdefault(to.id, []).append(done)
