"""晚上11点到早上6点别发消息给我: the hours in which nothing is to be heard, said in a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from domain.quiet import NIGHT
from domain.values.clock import clock
from domain.values.hours import hours, show_hours
from domain.values.text import one_width
from handlers.dialog.turn import Turn
from handlers.people import settings
from handlers.texts.words import anywhere, asks, plain

MORNING, EVENING = NIGHT[0][1], 17 * 60
"""Minutes: when the night ends, and from when on one may begin (ours)."""
SHORTEST, LONGEST = 3, 40
"""Letters of the hours, and of what is looked through for them (ours)."""


async def asked(turn: Turn) -> bool:
    """Whether nothing else was said, and it was done."""
    said = plain(one_width(turn.event.text))
    if len(said) > 2 * LONGEST or not anywhere("words-enough").search(said):
        return False
    if not anywhere("words-no-news").search(said):
        return False
    for first, last in _pieces(said):
        piece = said[first:last]
        rest = f"{said[:first]} {said[last:]}"
        if hours(piece) and _no_news(rest):
            await settings.quiet(turn, piece)
            return True
        start = _from_then_on(piece)
        if start is not None and _no_news(rest):
            late = not MORNING <= start < EVENING  # else nobody knows until when
            await settings.quiet(turn, show_hours((start, MORNING)) if late else "")
            return True
    return False


def _from_then_on(piece: str) -> int | None:
    """The minute of 晚上十点以后, "after 10 pm": nobody says until when, and the night ends at
    eight.
    """
    at = anywhere("words-after-that-hour").sub(" ", piece, count=1).strip()
    if at == piece.strip():
        return None
    found = clock(at)
    return found.hour * 60 + found.minute if found else None


def _no_news(rest: str) -> bool:
    return asks("words-no-news", rest, "words-no-news-beside", "words-polite")


def _pieces(said: str) -> Iterator[tuple[int, int]]:
    """Every piece of it that may be hours, the longest first."""
    for length in range(min(len(said), LONGEST), SHORTEST - 1, -1):
        for first in range(len(said) - length + 1):
            yield first, first + length
