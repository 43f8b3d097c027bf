"""The demo's riders: members of their grids, some resting. Whoever waits for an answer gets it from
the admin's phone by /members.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.loading.table import table
from domain.members import REMINDED, MemberState
from domain.messages import Address
from domain.people import Person
from domain.values.rows import Row
from handlers.dialog.scene import Scene
from handlers.members.applying import TIMER
from handlers.members.deciding import SILENT
from storage.unit import Unit

COLUMNS = ("name", "area", "usual", "post", "state")
POSTS_EACH = 2


async def members(scene: Scene, path: Path) -> list[Person]:
    """The riders, in the order of the file. Raises LoadError."""
    found = []
    for row in table(path, COLUMNS):
        address = Address("web", f"demo-rider-{row.line}")
        rider = scene.unit.people.meet(address, row["name"])
        found.append(rider)
        await _member(scene, rider, row)
    return found


async def _member(scene: Scene, rider: Person, row: Row) -> None:
    unit = scene.unit
    usual = [row["usual"]] if row["usual"] else []
    applied = await unit.members.apply(
        rider.id,
        row["area"],
        row["post"],
        usual,
        POSTS_EACH,
    )
    if applied is None:
        raise ValueError(f"{row['name']} is a member already")
    if row["state"] == MemberState.APPLIED:
        return unit.timers.set(TIMER, applied.id, unit.now + REMINDED)
    await _joined(scene, unit, applied.id, rider, MemberState(row["state"]))


async def _joined(
    scene: Scene,
    unit: Unit,
    member_id: int,
    rider: Person,
    state: MemberState,
) -> None:
    await unit.members.move(member_id, [MemberState.APPLIED], state)
    terms = scene.setup.members
    if terms is not None and state is MemberState.MEMBER:
        silent = unit.now + timedelta(days=terms.silent_days)
        unit.timers.set(SILENT, rider.id, silent)
