"""What was asked of who may know, in so many words: that few do, that the filer's name stands
nowhere. It holds for all of what was said with it, and said alone for what is told next.
"""

from __future__ import annotations

from datetime import timedelta

from domain.draft import Draft
from domain.privacy import Privacy
from domain.reading.model import Asked
from handlers.dialog.ending import let_go
from handlers.dialog.marks import mark, marked, marks_in
from handlers.dialog.turn import Turn
from handlers.filing.hearing import read_text

SECRET, UNNAMED = "secret", "anonymous"
"""In what a filing is about."""
NAMES = (SECRET, UNNAMED)
MARK = "discreet"
LASTS = timedelta(hours=1)
"""So long it holds for what is told after it (ours)."""


def wishes(asked: Asked) -> dict[str, bool]:
    """As what a filing is about."""
    found = {SECRET: asked.secret, UNNAMED: asked.unnamed}
    return {name: True for name, wished in found.items() if wished}


def wished(draft: Draft) -> dict[str, bool]:
    """The same of what a draft holds."""
    return {name: True for name in NAMES if draft.about.get(name)}


async def remember(turn: Turn, asked: Asked) -> None:
    """From now on, beside what was asked before."""
    await mark(turn, MARK, await held(turn) | wishes(asked))


async def held(turn: Turn) -> dict[str, bool]:
    """What was asked before anything was told."""
    kept = await marked(turn, MARK, LASTS)
    return {name: True for name in NAMES if kept and kept.about.get(name)}


async def least(turn: Turn) -> Privacy:
    """How private what is told now has to be, for what it asks itself or was asked before it."""
    asked = await held(turn) | wishes(read_text(turn, turn.event.text).asked)
    if SECRET in asked:
        return Privacy.CONFIDENTIAL
    return Privacy.ANONYMOUS if asked else Privacy.OPEN


async def told(turn: Turn) -> None:
    """What it was asked for is filed."""
    for one in await marks_in(turn.unit, turn.private, MARK):
        await let_go(turn.unit, one)
