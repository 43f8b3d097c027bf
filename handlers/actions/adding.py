"""Words that say themselves that they go on from a report: "补充：…"."""

from __future__ import annotations

from handlers.actions.words import word_on_case
from handlers.casework.awaited import open_of
from handlers.dialog.turn import Turn
from handlers.texts.words import begins


async def adds(turn: Turn) -> bool:
    """Whether they went to the newest report that is open, one's own or one that is followed; a
    press makes a matter of their own of them.
    """
    if not begins("words-add", turn.event.text):
        return False
    newest = await open_of(turn.unit, turn.person.id, 1)
    if not newest:
        return False
    await word_on_case(turn, newest[0].id, matter=True)
    return True
