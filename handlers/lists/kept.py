"""A list as it stands in a chat: what it is narrowed to, its page and its ticks, kept for a day.

It is found by its number in that very chat only: a press elsewhere finds nothing.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from datetime import timedelta
from typing import Any

from domain.draft import Draft
from handlers.dialog import ending
from handlers.dialog.marks import PREFIX
from handlers.dialog.turn import Refused, Turn

KIND = f"{PREFIX}list"
MOST_KEPT = 4
"""Lists of one chat that can still be pressed; the oldest goes."""


@dataclass(frozen=True, slots=True)
class Listing:
    """`only` are names of `domain.wanted.ONLY`, `kinds` values of `Kind`, `areas` codes, `words`
    as they were typed. `due` are the first and the last day on which its cases are due, as
    2026-12-04/2026-12-06; `filed` those on which they were filed, /2026-11-20 until then.

    `said` is what it was shown for in place of a report, `answer` what they told of those that are
    done. `page` counts from 0; `shown` and
    `ticked` are ids of cases. While `ticking`, its cases are ticked instead of opened.
    """

    id: int
    only: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    category: str = ""
    areas: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    due: str = ""
    filed: str = ""
    said: str = ""
    answer: str = ""
    page: int = 0
    shown: tuple[int, ...] = ()
    ticked: tuple[int, ...] = ()
    ticking: bool = False

    @property
    def narrowed(self) -> bool:
        what = self.kinds or self.category or self.words
        return bool(self.only or self.areas or self.due or self.filed or what)


NAMES = tuple(field.name for field in fields(Listing) if field.name != "id")


async def kept(turn: Turn, number: int | None) -> Listing:
    """The list of this chat with that number. Raises Refused where there is none any more."""
    for draft in await _all(turn):
        if draft.id == number:
            return listing_of(draft)
    raise Refused("refuse-old-list")


async def last(turn: Turn) -> Draft | None:
    """The list of this chat that was shown or pressed last."""
    found = await _all(turn)
    return found[-1] if found else None


async def recent(turn: Turn, within: timedelta) -> list[Listing]:
    """Those of this chat that were shown or pressed so lately, the newest first."""
    since = turn.unit.now - within
    found = [one for one in await _all(turn) if one.touched_at >= since]
    return [listing_of(one) for one in reversed(found)]


def listing_of(draft: Draft) -> Listing:
    return Listing(draft.id, **_typed(draft.about))


async def untick(turn: Turn) -> None:
    """What was ticked in the list that stands last is done with."""
    draft = await last(turn)
    if draft is not None and draft.about["ticked"]:
        await keep(turn, replace(listing_of(draft), ticked=(), ticking=False))


async def keep(turn: Turn, listing: Listing) -> None:
    """Remembers it as it is now, and forgets the chat's oldest beyond `MOST_KEPT`."""
    unit, now = turn.unit, turn.unit.now
    about = asdict(listing)
    del about["id"]
    others = [one for one in await _all(turn) if one.id != listing.id]
    for one in others[: -MOST_KEPT + 1]:
        await ending.drop(turn, one)
    draft = Draft(
        listing.id,
        turn.private,
        turn.person.id,
        KIND,
        {},
        now,
        now,
        about,
    )
    await unit.forms.put(draft)
    unit.timers.set("draft", draft.id, now + ending.DROP_AFTER)


async def _all(turn: Turn) -> list[Draft]:
    """The lists of this chat, the one pressed last at the end."""
    found = await turn.unit.forms.of(turn.private)
    return [one for one in found if one.name == KIND]


def _typed(about: dict[str, Any]) -> dict[str, Any]:
    """JSON knows no tuples."""
    return {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in about.items()
        if name in NAMES
    }
