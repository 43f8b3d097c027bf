"""How a form ends: done, cancelled, or let go; one that waits beneath shows itself again."""

from __future__ import annotations

from datetime import timedelta

from domain.draft import Draft
from domain.messages import EventKind
from handlers.dialog.form import Form
from handlers.dialog.turn import ALBUM_PAUSE, Refused, Turn
from storage.unit import Unit

DROP_AFTER = timedelta(days=1)


async def finish(turn: Turn, form: Form, draft: Draft) -> None:
    """Drops the draft and does what it was for. A refusal keeps a draft with a summary as it is;
    any other has ended by it: what came next would only be added to it.
    """
    await close(turn, draft)
    try:
        await form.finish(turn, draft)
    except Refused:
        if not form.summary:
            raise
        await turn.unit.forms.put(draft)
        turn.unit.timers.set("draft", draft.id, turn.unit.now + DROP_AFTER)
        raise


async def close(turn: Turn, draft: Draft) -> None:
    """Ends a form; one that waits beneath shows itself again."""
    turn.closed = True
    await drop(turn, draft)


async def drop(turn: Turn, draft: Draft) -> None:
    """Lets go of a draft; nothing is shown for it."""
    await let_go(turn.unit, draft)
    seen = turn.event.kind is EventKind.PRESS
    if not seen and turn.unit.now - draft.touched_at <= ALBUM_PAUSE:
        # its question waits for the rest of an album
        turn.unit.outbox.take_back(turn.private, shown_as(draft))


async def let_go(unit: Unit, draft: Draft) -> None:
    """Drops the row and its timers, whosever chat it is of."""
    await unit.forms.drop(draft)
    unit.timers.set("draft", draft.id, None)
    unit.timers.set("finish", draft.id, None)


def shown_as(draft: Draft) -> str:
    """A newer view takes the place of one that still waits."""
    return f"draft:{draft.id}"
