"""What a filer reads of their points below the letter that a case is solved or closed."""

from __future__ import annotations

from domain.acts import Act
from domain.case import Case
from domain.kinds import Kind
from domain.people import Person
from domain.points.ledger import Why
from handlers.casework.happened import Happened
from handlers.dialog.scene import Scene
from handlers.points import claims, telling
from handlers.texts.sentences import Safe, say

IN_ONE_LETTER = (Act.RESOLVE, Act.CONFIRM)
"""The acts whose letter has this line; of all others a letter of its own tells."""


async def tail(scene: Scene, happened: Happened) -> str:
    """'' where there is nothing to say."""
    case, unit = happened.case, scene.unit
    person = await unit.people.get(case.filer_id)
    if person is None or not waits_for_its_end(case):
        return ""
    if happened.act is Act.RESOLVE:
        return await _waits(scene, case, person)
    if happened.act is Act.CONFIRM and person.id == scene.actor.id:
        return await _booked(scene, case, person)
    return ""


def waits_for_its_end(case: Case) -> bool:
    """Whether this kind of case earns its filer anything."""
    return case.kind is Kind.HAZARD and case.parent_id is None


async def _waits(
    scene: Scene,
    case: Case,
    person: Person,
) -> Safe | str:
    rates = scene.setup.points
    if rates is None or not await claims.will_pay(scene, case, person.id):
        return ""
    language = scene.language_of(person)
    return say(language, "points-tail-wait", amount=rates.solved)


async def _booked(
    scene: Scene,
    case: Case,
    person: Person,
) -> Safe | str:
    """What this very act has booked, or why it did not."""
    for one in reversed(await scene.unit.points.of_case(case.id)):
        mine = one.transfer.person_id == person.id and one.at == scene.unit.now
        if mine and one.transfer.why is Why.SOLVED:
            return await telling.in_short(
                scene,
                person,
                one.transfer,
            )
    return ""
