"""What the clock does for members: an application that waits goes to who decides once more, then
a level up; who was silent for long is asked twice, and then their posts rest.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from domain.members import (
    REMINDED,
    WAITS,
    Member,
    MemberState,
    MemberTerms,
    silent_at,
)
from handlers.casework import phrases
from handlers.dialog.scene import Scene
from handlers.members import telling
from handlers.members.applying import TIMER
from handlers.members.deciding import SILENT

A_DAY = timedelta(days=1)


async def application_due(
    scene: Scene,
    member_id: int,
    due_at: datetime,
) -> None:
    unit = scene.unit
    member = await unit.members.get(member_id)
    if member is None or member.state is not MemberState.APPLIED:
        return unit.timers.set(TIMER, member_id, None)
    unit.timers.set(TIMER, member_id, unit.now + REMINDED)
    if scene.setup.members is None:
        return
    again = replace(member, looked=member.looked + 1)
    await unit.members.looked([member_id], again.looked)
    await telling.ask_deciders(scene, again, again.looked - 1)


async def silent_due(
    scene: Scene,
    person_id: int,
    due_at: datetime,
) -> None:
    """While there are no members here it waits. Whoever said anything meanwhile is not asked."""
    unit, given = scene.unit, scene.setup.members
    has = await unit.members.of(person_id)
    has = [one for one in has if one.state is MemberState.MEMBER]
    if not has:
        return unit.timers.set(SILENT, person_id, None)
    if given is None:
        return unit.timers.set(SILENT, person_id, unit.now + A_DAY)
    at = await _silent_at(scene, has, given)
    if at > unit.now:
        await unit.members.looked([one.id for one in has], 0)
        return unit.timers.set(SILENT, person_id, at)
    times = max(one.looked for one in has)
    if times < len(WAITS):
        return await _ask(scene, has, times)
    await _rest(scene, has)


async def _silent_at(
    scene: Scene,
    has: list[Member],
    given: MemberTerms,
) -> datetime:
    person = await scene.unit.people.get(has[0].person_id)
    seen_at = person.seen_at if person else None
    return max(silent_at(one, seen_at, given) for one in has)


async def _ask(
    scene: Scene,
    has: list[Member],
    times: int,
) -> None:
    """The second question names the day on which their posts rest."""
    unit, person_id = scene.unit, has[0].person_id
    until = unit.now + WAITS[times]
    await unit.members.looked([one.id for one in has], times + 1)
    unit.timers.set(SILENT, person_id, until)
    person = await unit.people.get(person_id)
    last = times + 1 == len(WAITS)
    await telling.tell(
        scene,
        has[0],
        "notice-member-still-last" if last else "notice-member-still",
        "keep",
        "quit",
        day=phrases.day(scene.language_of(person), until, scene.setup),
    )


async def _rest(scene: Scene, has: list[Member]) -> None:
    unit = scene.unit
    for one in has:
        await unit.members.move(one.id, [MemberState.MEMBER], MemberState.RESTING)
    unit.timers.set(SILENT, has[0].person_id, None)
    await telling.tell(
        scene,
        has[0],
        "notice-member-rests",
        "return",
    )
