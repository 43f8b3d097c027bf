"""Words that were said before it was clear of which case: they are kept until that is pressed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from zlib import crc32

from domain.draft import Draft
from handlers.dialog.fields import media_ids
from handlers.dialog.fields import words as words_of
from handlers.dialog.marks import mark, marks_in, open_drafts
from handlers.dialog.turn import Refused, Turn

MARK = "said"
SAID = "said"
"""The press on the case that is meant."""

JUST_SHOWN = timedelta(minutes=10)
"""So long what is said next may be about the pictures (ours)."""
KEPT = timedelta(hours=1)
"""So long an answer to "which one?" may come (ours)."""


async def remember(
    turn: Turn,
    words: str,
    name: str,
    media: Sequence[int] = (),
    draft: int = 0,
) -> None:
    """What was said and shown, and the act that it is for; `draft` is the one that has the
    pictures.
    """
    about = {"text": words, "act": name, "media": [*media], "draft": draft}
    await mark(turn, MARK, about)


def shown(turn: Turn) -> list[int]:
    """The pictures that came with the words."""
    most, event = turn.setup.most_bytes, turn.event
    fits = [one for one in event.media if one.size <= most]
    return [turn.unit.media.add(event, one, None) for one in fits]


async def shown_before(turn: Turn) -> Draft | None:
    """The report that is open and is nothing but pictures, of a moment ago: 📷, then 修好了."""
    drafts = await open_drafts(turn)
    last = drafts[-1] if drafts else None
    if last is None or turn.unit.now - last.touched_at > JUST_SHOWN:
        return None
    return last if media_ids(last) and not words_of(last) else None


async def latest(turn: Turn) -> tuple[str, list[int]]:
    """What was said and shown last. Raises Refused."""
    about = (await kept(turn, ""))[1].about
    return str(about["text"]), list(about["media"])


def stamp(words: str) -> str:
    """What a press carries, so that it is for these words and not for later ones."""
    return str(crc32(words.encode()))


async def kept(turn: Turn, value: str) -> tuple[str, Draft]:
    """The act that was chosen, '' for the one that the words are for; and those. Raises Refused."""
    name, _, number = value.partition(":")
    for one in reversed(await marks_in(turn.unit, turn.private, MARK)):
        fresh = turn.unit.now - one.touched_at < KEPT
        if fresh and number in ("", stamp(one.about["text"])):
            return name, one
    raise Refused("refuse-old-button")
