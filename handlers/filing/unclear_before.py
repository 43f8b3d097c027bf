"""紧盖松了, which nobody understood, and then its place or its picture: these were words of a
matter, and nobody is asked for them twice.
"""

from __future__ import annotations

from datetime import timedelta

from domain.places.phrases import FAULT
from domain.reading.model import Reading
from domain.things import things
from domain.values.text import told_much
from handlers.dialog.alone import alone
from handlers.dialog.ending import drop
from handlers.dialog.marks import mark, marked
from handlers.dialog.turn import Turn
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, plain

NAME = "unclear"
JUST = timedelta(minutes=10)
SHORTEST, LONGEST = 3, 60
"""Letters; so long they are of what comes next (ours)."""


async def keep(
    turn: Turn,
    reading: Reading,
) -> None:
    """What was answered as talk, and says that something is broken or names a thing."""
    said = turn.event.text.strip()
    if turn.person.staff or reading.said or reading.danger or not alone(turn):
        return
    short = not SHORTEST <= told_much(said) <= LONGEST
    if short or questioned(said) or not _may_tell(plain(said)):
        return
    await mark(turn, NAME, {"text": said})


def _may_tell(
    said: str,
) -> bool:
    broken = FAULT.search(said) or anywhere("words-gone-bad").search(said)
    return bool(broken or things(said))


async def taken(
    turn: Turn,
) -> str:
    """What was kept just before, and is no more; '' for nothing."""
    kept = await marked(turn, NAME, JUST)
    if kept is None:
        return ""
    await drop(turn, kept)
    return str(kept.about["text"])
