"""Words that were said before it was clear of which case: once that is pressed, they go with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from domain.case import Case
from handlers.actions import choices
from handlers.actions.beginning import begin
from handlers.actions.filers import withdraw
from handlers.actions.table import ACTS
from handlers.dialog.conversation import drop
from handlers.dialog.marks import mark, marked
from handlers.dialog.turn import Refused, Turn

MARK = "said"
SAID = "said"
"""The press on the case that is meant."""

KEPT = timedelta(hours=1)
"""So long an answer to "which one?" may come (ours)."""


async def remember(
    turn: Turn,
    words: str,
    name: str,
    media: Sequence[int] = (),
) -> None:
    """What was said and shown, and the act that it is for."""
    await mark(turn, MARK, {"text": words, "act": name, "media": [*media]})


async def pressed(turn: Turn, case: Case, value: str) -> None:
    """It was this case: the act is done with those words, or its filer closes it."""
    kept = await marked(turn, MARK, KEPT)
    if kept is None:
        raise Refused("refuse-old-button")
    name, words = kept.about["act"], kept.about["text"]
    if name in ACTS:
        media = tuple(kept.about["media"])
        value, words = choices.given(turn, case, ACTS[name].wants, words)
        await begin(turn, case, name, value, words=words, media=media)
    else:
        await withdraw(turn, case, "yes", words)
    await drop(turn, kept)
    turn.toast()
