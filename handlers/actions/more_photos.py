"""等下 加张照片, "wait, add a photo": said after a report was filed, the next photo is of it."""

from __future__ import annotations

from handlers.actions.after import ANSWERED
from handlers.actions.misplaced import newest
from handlers.dialog.marks import mark
from handlers.dialog.turn import Turn
from handlers.texts.words import asks

BESIDE = ("words-wait", "words-sorry", "words-polite", "words-nod")


async def announced(turn: Turn) -> bool:
    """Whether it was, and the photo is awaited for the newest open report."""
    event = turn.event
    if event.media or event.place or not asks("words-add-photo", event.text, *BESIDE):
        return False
    case = await newest(turn)
    if case is None:
        return False
    await mark(turn, ANSWERED, {"case": case.id, "asked": False})
    turn.reply(turn.say("photo-goes-to", number=case.number), case_id=case.id)
    return True
