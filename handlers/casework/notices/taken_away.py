"""Whoever had taken a case hears that somebody else gave it to a colleague: nobody goes there for
nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.acts import Act
from domain.people import Person
from domain.states import State
from handlers.casework.happened import Happened, Order
from handlers.casework.letters.sending import send
from handlers.casework.permission import visible
from handlers.dialog.scene import Scene
from handlers.texts.sentences import say

TOGETHER = "assignee"
"""Hushed where several are handed on at once: `tell` is called for all of them then."""
MOST_NUMBERS = 10


async def hear(scene: Scene, happened: Happened) -> Sequence[Order]:
    if happened.act is Act.HAND_ON and TOGETHER not in happened.hush:
        await tell(scene, [happened])
    return ()


async def tell(scene: Scene, done: Sequence[Happened]) -> None:
    """One message to each who had taken some of these."""
    theirs: dict[int, list[Happened]] = {}
    for one in done:
        before = one.before
        kept = before.assignee_id in (None, one.case.assignee_id, scene.actor.id)
        if before.state is State.IN_PROGRESS and not kept:
            theirs.setdefault(before.assignee_id or 0, []).append(one)
    for number, gone in theirs.items():
        person = await scene.unit.people.get(number)
        if person is not None and person.staff and scene.actor.person is not None:
            await _tell(scene, scene.actor.person, person, gone)


async def _tell(
    scene: Scene, giver: Person, person: Person, gone: Sequence[Happened]
) -> None:
    """Who has it now stands there as far as they may see that."""
    cases, language = [one.case for one in gone], scene.language_of(person)
    to = await scene.unit.people.get(cases[0].assignee_id)
    seen = all([await visible(scene.unit, person, case) for case in cases])
    numbers = " ".join(case.number for case in cases[:MOST_NUMBERS])
    if len(cases) > MOST_NUMBERS:
        numbers += " …"
    about = {
        "numbers": numbers,
        "name": giver.name,
        "to": to.name if to else "",
    }
    key = "notice-taken-away" if seen and to else "notice-taken-away-far"
    case = cases[0] if len(cases) == 1 else None
    await send(scene, person, say(language, key, **about), case)
