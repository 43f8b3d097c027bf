"""Two cases about one thing name each other: the other one is found by its number, and linked."""

from __future__ import annotations

from domain.acts import Act
from domain.case import Case
from domain.moves import MOVES
from handlers.casework.cards.card import shown_to_all
from handlers.casework.happened import TOLD_NOBODY, Given
from handlers.casework.perform import perform
from handlers.casework.permission import visible
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Refused


async def other_case(scene: Scene, case: Case, value: str) -> Case:
    """The case meant by a number or an id, if this person may see it. Raises Refused."""
    wanted, person = value.strip().upper(), scene.actor.person
    found = await scene.unit.cases.by_number(wanted)
    if found is None and wanted.isdecimal() and len(wanted) < 15:
        found = await scene.unit.cases.get(int(wanted))
    seen = (
        found
        and person
        and await visible(
            scene.unit,
            person,
            found,
            Act.NOTE,
        )
    )
    if found is None or not seen:
        raise Refused("refuse-no-other", number=value[:20])
    if found.id == case.id:
        raise Refused("refuse-itself", number=case.number)
    return found


async def link(scene: Scene, case: Case, value: str, given: Given) -> Case:
    """Each names the other from now on; nothing else changes."""
    other = await other_case(
        scene,
        case,
        value,
    )
    if (other.state, Act.LINK) in MOVES:
        await _linked(
            scene,
            other,
            case,
        )
    return await _linked(
        scene,
        case,
        other,
    )


async def _linked(scene: Scene, case: Case, other: Case) -> Case:
    said = Given(other.number if shown_to_all(other) else "")
    linked = {"linked": tuple(dict.fromkeys((*case.linked, other.id)))}
    return (
        await perform(
            scene,
            case,
            Act.LINK,
            said,
            linked,
            TOLD_NOBODY,
        )
    ).case
