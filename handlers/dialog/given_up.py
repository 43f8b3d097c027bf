"""A form that was cancelled is kept for a while: who thinks better of it has it as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.draft import Draft
from handlers.dialog.ending import DROP_AFTER, close, drop
from handlers.dialog.marks import PREFIX, marked
from handlers.dialog.turn import Turn

MARK = "given-up"
LASTS = timedelta(minutes=30)
"""So long it can be had back (ours)."""


async def cancel(turn: Turn, draft: Draft) -> None:
    await close(turn, draft)
    if draft.answers:
        await _keep(turn, draft)
    turn.reply(turn.say("form-cancelled"), edit=True)


async def _keep(turn: Turn, draft: Draft) -> None:
    about, now = {"form": draft.name, "about": draft.about}, turn.unit.now
    kept = replace(draft, name=PREFIX + MARK, about=about, touched_at=now)
    await turn.unit.forms.put(kept)
    turn.unit.timers.set("draft", kept.id, now + DROP_AFTER)


async def taken_back(turn: Turn) -> Draft | None:
    """The one that was cancelled last, None where that was too long ago."""
    kept = await marked(turn, MARK, LASTS)
    if kept is None:
        return None
    await drop(turn, kept)
    return replace(kept, name=kept.about["form"], about=kept.about["about"])
