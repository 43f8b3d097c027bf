"""Whether words ask for one's points and say nothing else: 「我的蜜值」, "my points"."""

from __future__ import annotations

from handlers.dialog.turn import Turn
from handlers.points.card import card
from handlers.texts.words import FILL, asks


async def asked(turn: Turn) -> bool:
    """Whether it was so, and was answered. Raises Refused where there are none."""
    if not asks("words-points", turn.event.text, FILL):
        return False
    await card(turn)
    return True
