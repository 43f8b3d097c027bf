"""Words that go by us between two sides who do not meet: what may be in them, and how many."""

from __future__ import annotations

from datetime import timedelta

from domain.wish_words import tells_who
from handlers.dialog.marks import too_often
from handlers.dialog.turn import Refused, Turn

LONGEST = 300
MOST = 20
WITHIN = timedelta(hours=1)


def unfit(words: str, room: str) -> Refused | None:
    """Why this may not be passed on. Where to meet instead of a home is the `room`'s to say."""
    if len(words) > LONGEST:
        return Refused("refuse-between-long", letters=LONGEST)
    why = tells_who(words)
    if not why:
        return None
    key = f"refuse-{room}-home-said" if why == "home" else f"refuse-between-{why}"
    return Refused(key)


async def counts(turn: Turn) -> None:
    """One more word of this chat. Raises Refused where there were too many."""
    if await too_often(turn.unit, turn.private, "between", MOST, WITHIN):
        raise Refused("refuse-between-often")
