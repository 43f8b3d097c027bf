"""This room's command and its buttons `pt:…`."""

from __future__ import annotations

from handlers.dialog.turn import Refused, Turn
from handlers.points import card


async def points(turn: Turn, words: str) -> None:
    """/points: one's own card."""
    await card.card(turn)


async def on_points(turn: Turn, rest: str) -> None:
    """Raises Refused for what is no button of ours."""
    if rest == "why":
        return card.why(turn)
    if rest != "card":
        raise Refused("refuse-old-button")
    await card.card(turn)
