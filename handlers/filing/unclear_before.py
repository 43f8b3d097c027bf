"""紧盖松了 or "my bike", which nobody understood, and then its place, its picture or what is wrong
with it: these were words of a matter, and nobody is asked for them twice.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.kinds import Kind
from domain.places.phrases import FAULT
from domain.reading.model import Intent, Reading
from domain.things import things
from domain.values.text import told_much
from handlers.dialog.alone import alone
from handlers.dialog.ending import drop
from handlers.dialog.fields import A_MATTER
from handlers.dialog.marks import mark, marked
from handlers.dialog.turn import Turn
from handlers.filing.hearing import read_text
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, asks, plain

NAME = "unclear"
JUST = timedelta(minutes=10)
SHORTEST, LONGEST = 3, 60
"""Letters; so long they are of what comes next (ours)."""

MATTERS = (Intent.REPORT, Intent.EMERGENCY)


async def keep(
    turn: Turn,
    reading: Reading,
) -> None:
    """What was answered as talk, and says that something is broken or names a thing, or may be a
    hazard or a danger: look at this mess.
    """
    said = turn.event.text.strip()
    if turn.person.staff or reading.said or reading.danger or not alone(turn):
        return
    guessed = reading.intent is Intent.CHAT and reading.kind is Kind.HAZARD
    guessed = guessed and told_much(said) <= LONGEST and not questioned(said)
    if not (_names_own(said) or reading.perhaps or guessed):
        short = not SHORTEST <= told_much(said) <= LONGEST
        if short or questioned(said) or not _may_tell(plain(said)):
            return
    await keep_sign(turn, said)


async def keep_sign(turn: Turn, said: str) -> None:
    """Also a hazard that was only drawn."""
    await mark(turn, NAME, {"text": said})


def _names_own(said: str) -> bool:
    """Whether it is the bare name of a thing, such as every rider has."""
    return asks("words-own-thing", said, "words-own-thing-fill")


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


async def pieced(turn: Turn, reading: Reading) -> bool:
    """Whether what was kept and what is said now are a matter together, with no other thing named:
    车, and then 坏了. Both are what is said then.
    """
    said = turn.event.text.strip()
    kept = await marked(turn, NAME, JUST)
    if kept is None or turn.person.staff or not alone(turn) or questioned(said):
        return False
    before = str(kept.about["text"])
    both = f"{before} {said}"
    long = told_much(said) > LONGEST / 3
    if long or things(said) - things(before):
        return False
    bare = reading.intent is Intent.REPORT and reading.report < A_MATTER
    if not (bare or _goes_with(turn, both, said)):
        return False
    await drop(turn, kept)
    turn.event = replace(turn.event, text=both)
    return True


def _goes_with(turn: Turn, both: str, said: str) -> bool:
    """Whether both tell what is wrong."""
    told = read_text(turn, both)
    gone = asks("words-gone-bad", said, "words-state-fill")
    clear = told.report >= A_MATTER or (gone and bool(told.category))
    return told.intent in MATTERS and clear
