"""Words that went to a case and were another matter: they stay in its history, which is only
added to, and a later line says that they moved.
"""

from __future__ import annotations

from collections.abc import Iterable

from domain.acts import Act
from domain.case import Case
from handlers.casework.happened import Given, Happened
from handlers.casework.telling import hear
from handlers.dialog.scene import Scene
from storage.history import Line

MOVED = "moved"
"""In what a line says of changes: the id of the line that counts no more."""


async def move(scene: Scene, case: Case, line: Line, why: str) -> None:
    """Whoever has the case hears so."""
    given = Given(why)
    who, channel = scene.actor.id, scene.actor.channel
    told = {MOVED: [None, line.id]}
    made = scene.unit.history.add(case, Act.ADD, who, channel, why, **told)
    await hear(scene, Happened(Act.ADD, case, case, made, given))


def moved(lines: Iterable[Line]) -> frozenset[int]:
    """The ids of those that did."""
    return frozenset(line.changed[MOVED][1] for line in lines if MOVED in line.changed)
