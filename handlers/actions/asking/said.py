"""Words that were said before it was clear of which case: they are kept until that is pressed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, NamedTuple
from zlib import crc32

from domain.draft import Draft
from handlers.dialog.ending import drop
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


class Shown(NamedTuple):
    """Pictures of certain words, and the report that had them before, 0 without."""

    media: Sequence[int] = ()
    draft: int = 0


NOTHING = Shown()


async def remember(
    turn: Turn,
    words: str,
    name: str,
    with_it: Shown = NOTHING,
) -> None:
    """What was said and shown, and the act that it is for."""
    await mark(turn, MARK, {"act": name} | about(turn, words, with_it))


def about(turn: Turn, words: str, with_it: Shown) -> dict[str, Any]:
    """The same as a mark keeps it; what else comes of this album goes along."""
    media, draft = with_it
    album = turn.event.album if media else ""
    return {"text": words, "media": [*media], "draft": draft, "album": album}


async def joined(turn: Turn, *names: str) -> bool:
    """Whether it is one more picture of the album whose words are kept so: it goes along."""
    event = turn.event
    if not (turn.person.staff and event.album and event.media) or event.text.strip():
        return False
    found = [
        one
        for name in names
        for one in await marks_in(turn.unit, turn.private, name)
        if one.about.get("album") == event.album
    ]
    media = shown(turn) if found else []
    for one in found:
        kept = one.about | {"media": [*one.about["media"], *media]}
        await turn.unit.forms.put(replace(one, about=kept))
    return bool(found)


def shown(turn: Turn) -> list[int]:
    """The pictures that came with the words."""
    most, event = turn.setup.most_bytes, turn.event
    fits = [one for one in event.media if one.size <= most]
    return [turn.unit.media.add(event, one, None) for one in fits]


async def pictures(turn: Turn) -> Shown:
    """Those that came with the words; of staff those right before them as well."""
    before = await shown_before(turn) if turn.person.staff else None
    if before is None:
        return Shown(shown(turn))
    return Shown([*shown(turn), *media_ids(before)], before.id)


async def shown_before(turn: Turn) -> Draft | None:
    """The report that is open and is nothing but pictures, of a moment ago: 📷, then 修好了."""
    drafts = await open_drafts(turn)
    last = drafts[-1] if drafts else None
    if last is None or turn.unit.now - last.touched_at > JUST_SHOWN:
        return None
    only = media_ids(last) and not words_of(last) and "case" not in last.about
    return last if only else None


async def work_before(turn: Turn) -> Draft | None:
    """The same of staff who say now that something is done: these show it, and are no report."""
    before = await shown_before(turn) if turn.person.staff else None
    if before is not None:
        await drop(turn, before)
    return before


async def latest(turn: Turn) -> tuple[str, Shown]:
    """What was said and shown last. Raises Refused."""
    about = (await kept(turn, ""))[1].about
    return str(about["text"]), with_it(about)


def with_it(about: dict[str, Any]) -> Shown:
    return Shown(about.get("media", ()), about.get("draft", 0))


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
