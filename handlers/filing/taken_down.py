"""What goes with a report that is not sent yet is kept, and what it still asks for is shown."""

from __future__ import annotations

from domain.draft import Draft
from handlers.dialog import conversation
from handlers.dialog.turn import Turn
from handlers.filing.details import added
from handlers.filing.draft import needs
from handlers.filing.form import FILING


async def take_down(turn: Turn, draft: Draft) -> None:
    """With these words among its own; it is said where something is still asked."""
    kept = await conversation.keep(turn, FILING, added(turn, draft))
    if kept is not None:
        first = turn.say("taken-down") if needs(kept) else ""
        conversation.show(turn, FILING, kept, first=first)
