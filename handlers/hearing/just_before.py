"""What was said just before a danger and belongs to it: a report that is open, or words that nobody
understood.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.draft import Draft
from domain.reading.model import Reading
from handlers.dialog.turn import Turn
from handlers.filing import unclear_before
from handlers.filing.amending.unsaid import corrected_by
from handlers.filing.draft import meant
from handlers.filing.judging import continues
from handlers.filing.said_instead import corrects
from handlers.texts.words import anywhere, plain

HURT = ("rescue", "accident", "missing", "health")
"""Categories of people in danger: what is said of them belongs to the emergency that runs."""

OPEN_BELOW = ("road", "building", "tree", "utility", "property")
"""Categories of what one falls into, or what falls on one."""

HURTS = (*HURT, "animal", "security")
"""Categories of what may have hurt who reports it."""

JUST_BEFORE = timedelta(minutes=10)
"""So long words of an open report and the next ones are one saying (ours)."""


def going_on(
    turn: Turn,
    reading: Reading,
    filings: list[Draft],
) -> Draft | None:
    """The report that a danger goes on from; one that it corrects has other words."""
    said = turn.event.text
    if filings and corrects(said):
        return corrected_by(turn, filings[-1], said)
    found = (one for one in filings if continues(one, reading))
    last = next(found, None) or _of_the_hurt(turn, reading, filings)
    return last or _in_it(turn, reading, filings)


def _in_it(
    turn: Turn,
    reading: Reading,
    filings: list[Draft],
) -> Draft | None:
    """The report begun just before, of what somebody is in, or falls into: 墙歪了, and then
    里面好像有人; 井盖没了, and then 有人要掉下去了.
    """
    said = plain(turn.event.text)
    in_it = anywhere("words-in-it").match(said) or _falls_in(said, filings)
    if not (in_it and filings) or reading.places:
        return None
    late = turn.unit.now - filings[-1].touched_at > JUST_BEFORE
    return None if late else filings[-1]


def _falls_in(
    said: str,
    filings: list[Draft],
) -> bool:
    falls = anywhere("words-falls-in").search(said) is not None
    return falls and any(meant(one).code in OPEN_BELOW for one in filings[-1:])


def _of_the_hurt(
    turn: Turn,
    reading: Reading,
    filings: list[Draft],
) -> Draft | None:
    """The report begun just before of what has hurt them, or may have hurt somebody: 被狗咬了, and
    then 出血了. Who tells of somebody, or of where, tells of another.
    """
    if not filings or reading.places or reading.category not in HURT:
        return None
    draft, said = filings[-1], turn.event.text.lower()
    late = turn.unit.now - draft.touched_at > JUST_BEFORE
    hurts = meant(draft).perhaps or meant(draft).code in HURTS
    another = not hurts or anywhere("words-stranger").search(said)
    return None if late or another else draft


async def with_before(
    turn: Turn,
) -> None:
    """Who calls for help and says not why may have said it just before."""
    before = await unclear_before.taken(turn)
    if before:
        words = f"{before} {turn.event.text}".strip()
        turn.event = replace(turn.event, text=words, message_id="")
