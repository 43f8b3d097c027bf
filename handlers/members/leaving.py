"""What becomes of posts when two doors turn out to be one person."""

from __future__ import annotations

from domain.members import REMINDED, Member, MemberState
from handlers.dialog.scene import Scene
from handlers.members import telling
from handlers.members.applying import TIMER

JOINED = (MemberState.MEMBER, MemberState.RESTING)


async def join(
    scene: Scene,
    goes: int,
    stays: int,
) -> None:
    """What one has the other has. What one of them decided for the other somebody else decides
    again.
    """
    unit = scene.unit
    for one in await unit.members.of(goes):
        if not await _clashes(scene, one, stays):
            await unit.members_leaving.hand_over(one.id, stays)
    await unit.members_leaving.decided(goes, stays)
    await unit.errands.hand_over(goes, stays)
    for one in await unit.members.of(stays):
        if one.decided_by == stays:
            await _decide_again(scene, one)


async def _clashes(
    scene: Scene,
    one: Member,
    person_id: int,
) -> bool:
    """Whether this person has the post already, or an open application in the same grid."""
    has = await scene.unit.members.of(person_id)
    applied = {member.area for member in has if member.state is MemberState.APPLIED}
    waits = one.state is MemberState.APPLIED and one.area in applied
    return waits or any(one.post == member.post for member in has)


async def _decide_again(scene: Scene, one: Member) -> None:
    unit = scene.unit
    has = await unit.members.of(one.person_id)
    applied = {member.area for member in has if member.state is MemberState.APPLIED}
    to = MemberState.LEFT if one.area in applied else MemberState.APPLIED
    moved = await unit.members.move(
        one.id,
        JOINED,
        to,
        decided_by=None,
    )
    if moved and to is MemberState.APPLIED:
        unit.timers.set(TIMER, one.id, unit.now + REMINDED)
        await telling.ask_deciders(scene, one)
        await telling.tell(
            scene,
            one,
            "notice-member-decided-again",
            "mine",
        )
