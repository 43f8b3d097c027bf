"""What somebody carries, for words that may be about any of it."""

from __future__ import annotations

from domain.case import Case
from handlers.dialog.turn import Turn

MOST = 500
"""Nobody carries more; they are read in some 40 ms, and by far most people have three."""


async def in_charge(turn: Turn) -> list[Case]:
    """All of it, the soonest due first."""
    return await turn.unit.cases.carried_by(turn.person.id, MOST)
