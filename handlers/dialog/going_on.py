"""What takes what is said for a while once it was begun: a question that may be answered by
typing, an emergency, the talk with somebody who was called.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.draft import Draft
from handlers.dialog.marks import PREFIX, marked
from handlers.dialog.turn import Turn

QUESTION, EMERGENCY, RELAY = "question", "emergency", "human"
"""The names of their marks."""
OVER = "over"
"""The mark of an emergency that was taken back."""
GOES_ON = {
    QUESTION: timedelta(minutes=10),
    EMERGENCY: timedelta(minutes=30),
    RELAY: timedelta(minutes=30),
}
"""So long after the last word of it (ours)."""


def goes_on(mark: Draft, now: datetime) -> bool:
    """Whether this is the mark of one that goes on still."""
    lasts = GOES_ON.get(mark.name.removeprefix(PREFIX))
    return lasts is not None and now - mark.touched_at < lasts


async def begun(turn: Turn, name: str) -> Draft | None:
    """The mark of one that goes on still in this chat."""
    return await marked(turn, name, GOES_ON[name])
