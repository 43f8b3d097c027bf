"""What becomes of wishes and claims of somebody who leaves, or turns out to be somebody else."""

from __future__ import annotations

from handlers.casework.notices.wish_ends import ended
from handlers.dialog.scene import Scene
from handlers.wishes.claiming import back_on_the_list
from handlers.wishes.found import Found
from handlers.wishes.telling import Letter, to_carer


async def leave(scene: Scene, person_id: int) -> None:
    """What they had claimed is on the list again; what they wished is off it. Both sides hear so;
    the case of a wish stays with whoever looks after it.
    """
    unit = scene.unit
    for wish in await unit.wishes.claimed_by(person_id):
        found = await _found(scene, wish.case_id)
        if found is not None:
            await back_on_the_list(scene, found)
    for wish in await unit.wishes.of_wisher(person_id):
        found = await _found(scene, wish.case_id)
        if found is not None:
            await ended(
                scene,
                wish.case_id,
                taken_back=True,
            )
            await to_carer(
                scene,
                found,
                Letter("notice-wish-left"),
            )
    await unit.claims.forget(person_id)


async def join(scene: Scene, goes: int, stays: int) -> None:
    """What one has claimed the other has; a wish that is now one's own is on the list again."""
    unit = scene.unit
    await unit.claims.hand_over(goes, stays)
    for wish in await unit.wishes.of_wisher(stays):
        found = await _found(scene, wish.case_id)
        if found and found.claim and found.claim.claimer_id == stays:
            await back_on_the_list(scene, found)


async def _found(scene: Scene, case_id: int) -> Found | None:
    case = await scene.unit.cases.get(case_id)
    wish = await scene.unit.wishes.get(case_id)
    claim = await scene.unit.claims.current(case_id)
    return (
        Found(
            case,
            wish,
            claim,
            frozenset(),
        )
        if case and wish
        else None
    )
