"""What somebody filed last, where that was not long ago: what words may be of that name nothing."""

from __future__ import annotations

from datetime import timedelta

from domain.case import Case
from handlers.dialog.turn import Turn


async def filed_last(turn: Turn, within: timedelta) -> Case | None:
    """Their newest report that is open, if it was filed not longer ago than that."""
    for case in await turn.unit.cases.open_of(turn.person.id, 1):
        if turn.unit.now - case.filed_at <= within:
            return case
    return None
