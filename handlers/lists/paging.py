"""下一页, 第3页, "next page": the list of this chat that was shown last turns there."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from domain.offers import number
from domain.reading.model import Reading
from handlers.dialog.turn import Turn
from handlers.lists.kept import Listing, last, listing_of
from handlers.lists.show import show
from handlers.texts.words import asks, one_of

STEPS = {"words-page-on": 1, "words-page-before": -1, "words-page-again": 0}


async def asked(turn: Turn, reading: Reading) -> bool:
    """Whether that was asked of a list, and it was shown."""
    draft = await last(turn)
    listing = listing_of(draft) if draft is not None else None
    page = _page(listing, turn.event.text) if listing is not None else None
    if listing is None or page is None:
        return False
    await show(turn, replace(listing, page=max(page, 0)))
    return True


def _page(listing: Listing, said: str) -> int | None:
    """Counted from 0; None where none is meant."""
    for key, step in STEPS.items():
        if asks(key, said, "words-polite"):
            return listing.page + step
    found = _numbered().fullmatch(said.strip())
    at = number(next(filter(None, found.groups()), "")) if found else 0
    return at - 1 if at else None


def taken(said: str, page: int = 0) -> tuple[int, str]:
    """Counted from 0, the page that is named at the end of what was typed; and all before it."""
    for at in (said, *(said[hit.end() :] for hit in re.finditer(r"\s+", said))):
        found = _numbered().fullmatch(at.strip())
        which = number(next(filter(None, found.groups()), "")) if found else 0
        if which:
            return which - 1, said[: len(said) - len(at)]
    return page, said


@cache
def _numbered() -> re.Pattern[str]:
    """第3页, "page 3"."""
    page, sign = one_of("words-page"), one_of("words-page-sign")
    return re.compile(
        rf"(?:{sign}\s*)?(\S{{1,3}}?)\s*{page}|{page}\s*(\S{{1,3}})",
        re.IGNORECASE,
    )
