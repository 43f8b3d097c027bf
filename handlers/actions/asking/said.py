"""Words that were said before it was clear of which case: once that is pressed, they go with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from zlib import crc32

from domain.case import Case
from domain.draft import Draft
from handlers.actions import choices
from handlers.actions.asking.beginning import begin
from handlers.actions.feedback.leaving import withdraw
from handlers.actions.table import ACTS
from handlers.dialog.ending import drop
from handlers.dialog.marks import mark, marks_in
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


def shown(turn: Turn) -> list[int]:
    """The pictures that came with the words."""
    most, event = turn.setup.most_bytes, turn.event
    fits = [one for one in event.media if one.size <= most]
    return [turn.unit.media.add(event, one, None) for one in fits]


async def latest(turn: Turn) -> tuple[str, list[int]]:
    """What was said and shown last. Raises Refused."""
    about = (await _kept(turn, ""))[1].about
    return str(about["text"]), list(about["media"])


def stamp(words: str) -> str:
    """What a press carries, so that it is for these words and not for later ones."""
    return str(crc32(words.encode()))


async def _kept(turn: Turn, value: str) -> tuple[str, Draft]:
    """The act that was chosen, '' for the one that the words are for; and those. Raises Refused."""
    name, _, number = value.partition(":")
    for one in reversed(await marks_in(turn.unit, turn.private, MARK)):
        fresh = turn.unit.now - one.touched_at < KEPT
        if fresh and number in ("", stamp(one.about["text"])):
            return name, one
    raise Refused("refuse-old-button")


async def pressed(turn: Turn, case: Case, value: str) -> None:
    """It was this case: the act is done with those words, or the one that was chosen; or its filer
    closes it.
    """
    chosen, kept = await _kept(turn, value)
    name, words = chosen or kept.about["act"], kept.about["text"]
    if name in ACTS:
        media, row = tuple(kept.about["media"]), ACTS[name]
        value = ""
        both = row.wants and row.words  # words need not name the day too
        if not both or choices.names(turn, case, row.wants, words):
            value, words = choices.given(turn, case, row.wants, words)
        await begin(turn, case, name, value, words=words, media=media)
    else:
        await withdraw(turn, case, "yes", words)
    await drop(turn, kept)
    turn.toast()
