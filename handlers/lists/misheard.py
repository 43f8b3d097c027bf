"""接担, 办号了: what staff say as a voice input or a hurried thumb writes it. What is meant is put
in its place; only what is no word by itself counts.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from handlers.dialog.turn import Turn
from handlers.texts.words import (
    any_of,
    words,
)

MEANS = "="


def mend(
    turn: Turn,
) -> None:
    text = turn.event.text
    if not turn.person.staff or text.isascii() or text.startswith("/"):
        return
    mended = any_of(frozenset(_meant())).sub(lambda found: _meant()[found[0]], text)
    if mended != text:
        turn.event = replace(turn.event, text=mended)


@cache
def _meant() -> dict[str, str]:
    """By what is written, what is meant."""
    pairs = (one.partition(MEANS) for one in words("words-misheard"))
    return {written: meant for written, _, meant in pairs}
