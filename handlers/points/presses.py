"""This room's command and its buttons `pt:…`."""

from __future__ import annotations

from handlers.dialog.command import Handler
from handlers.dialog.turn import Refused, Turn
from handlers.points import card, confirming, picture


async def points(turn: Turn, words: str) -> None:
    """/points: one's own card."""
    await card.card(turn)


async def on_points(turn: Turn, data: str) -> None:
    """Raises Refused for what is no button of ours."""
    what, _, rest = data.partition(":")
    if what == "why":
        return card.why(turn)
    if what not in PRESSES:
        raise Refused("refuse-old-button")
    await PRESSES[what](turn, rest)


PRESSES: dict[str, Handler] = {
    "card": points,
    "picture": picture.picture,
    "yes": confirming.yes,
    "no": confirming.no,
}
