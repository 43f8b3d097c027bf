"""Words that were said before what an act wants was chosen: they are not asked for once more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from domain.case import Case
from handlers.dialog.ending import drop
from handlers.dialog.marks import mark, marked
from handlers.dialog.turn import Turn

MARK = "chosen-for"
KEPT = timedelta(minutes=10)
"""So long a choice that was asked for may be typed (`handlers/dialog/going_on.py`)."""


async def keep(
    turn: Turn, case: Case, name: str, words: str, media: Sequence[int]
) -> None:
    about = {"case": case.id, "act": name, "text": words, "media": [*media]}
    await mark(turn, MARK, about)


async def taken(turn: Turn, case: Case, name: str) -> tuple[str, tuple[int, ...]]:
    """Those that were kept for this act, with what was shown; '' where there are none."""
    kept = await marked(turn, MARK, KEPT)
    if kept is None or (kept.about["case"], kept.about["act"]) != (case.id, name):
        return "", ()
    await drop(turn, kept)
    return str(kept.about["text"]), tuple(kept.about["media"])
