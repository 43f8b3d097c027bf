"""Words that were answered as talk and may have been a matter: one press files them as said."""

from __future__ import annotations

from handlers.dialog import between
from handlers.dialog.turn import Turn
from handlers.filing.anew import from_words

PREFIX = "said"


async def offer(turn: Turn) -> None:
    """Below what was answered."""
    kept = await between.keep(turn, turn.event.text.strip())
    files = turn.choice("button-as-said", f"{PREFIX}:{kept}")
    turn.reply(turn.say("as-said"), [[files]], silent=True)


async def pressed(turn: Turn, data: str) -> None:
    """`said:<words>`. Raises Refused where that was too long ago."""
    words = await between.taken(turn, data)
    turn.toast()
    await from_words(turn, words)
