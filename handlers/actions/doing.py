"""One way through an act: may it be done, then its row's work or its row's changes."""

from __future__ import annotations

from collections.abc import Mapping

from domain.acts import Act
from domain.case import Case
from domain.moves import move
from handlers.actions.table import ACTS
from handlers.casework import permission
from handlers.casework.happened import NOTHING, Given
from handlers.casework.merged_in import kept_case
from handlers.casework.perform import NOBODY_HUSHED, perform
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Refused


async def refusal_for(scene: Scene, case: Case, name: str) -> Refused | None:
    """Why this act is not for this actor or not possible now; None where it is. Buttons, prompts
    and the doing itself all ask here.
    """
    row = ACTS[name]
    if not row.guard_alone:
        act = row.act_for(scene, case)
        refused = await permission.refusal_for(scene, case, act)
        if refused is not None:
            return refused
    if row.of_wholes and case.parent_id is not None:
        return Refused("refuse-part", number=case.number)
    return await row.guard(scene, case) if row.guard else None


async def check(scene: Scene, case: Case, name: str) -> None:
    """Raises Refused where it may not or cannot be done, before anybody writes a word for it."""
    refused = await refusal_for(scene, case, name)
    if refused is not None:
        raise refused


def _stands_so(case: Case, act: Act, changes: Mapping[str, object]) -> bool:
    """Whether it is so already: nothing is written of what changes nothing."""
    same = all(getattr(case, name) == value for name, value in changes.items())
    return same and move(case.state, act) is case.state


async def do(
    scene: Scene,
    case: Case,
    name: str,
    value: str = "",
    given: Given = NOTHING,
    hush: frozenset[str] = NOBODY_HUSHED,
) -> Case:
    """Does it and returns the case as it is then; `hush` adds to its row's. Raises Refused."""
    row = ACTS[name]
    if row.goes_on:
        case = await kept_case(scene.unit, case)
    await check(scene, case, name)
    if row.work is not None:
        return await row.work(scene, case, value, given)
    changes = row.changes(scene, case, value, given) if row.changes else {}
    act = row.act_for(scene, case)
    if changes and not given.words and _stands_so(case, act, changes):
        raise Refused("refuse-stands-so", number=case.number)
    hushed = row.hush | hush
    return (await perform(scene, case, act, given, changes, hushed)).case
