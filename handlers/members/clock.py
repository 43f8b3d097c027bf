"""What the clock does for members: an application that waits is shown to who decides once more,
and then to the level above.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.members import REMINDED, MemberState
from handlers.dialog.scene import Scene
from handlers.members import telling
from handlers.members.applying import TIMER


async def application_due(scene: Scene, member_id: int, due_at: datetime) -> None:
    unit = scene.unit
    member = await unit.members.get(member_id)
    if member is None or member.state is not MemberState.APPLIED:
        return unit.timers.set(TIMER, member_id, None)
    unit.timers.set(TIMER, member_id, unit.now + REMINDED)
    if scene.setup.members is None:
        return
    times = member.looked + 1
    await unit.members.looked(member_id, times)
    again = replace(member, looked=times)
    await telling.ask_deciders(scene, again, member.looked)
