"""Danger: whatever is open, it goes first, and nothing else is asked."""

from __future__ import annotations

from datetime import timedelta

from domain.draft import Draft
from domain.reading.model import Intent, Reading
from handlers.actions import emergencies
from handlers.dialog.turn import Turn
from handlers.filing import form as filing
from handlers.filing.correcting import corrects, unsaid
from handlers.filing.emergency import alarm
from handlers.filing.hearing import read_with
from handlers.filing.judging import continues
from handlers.texts.words import only
from handlers.writing import mentions

JUST_BEFORE = timedelta(minutes=10)
"""So long words of an open report and the next ones are one saying (ours)."""


async def danger(turn: Turn, reading: Reading, drafts: list[Draft]) -> bool:
    """Whether somebody may be in danger: then nothing else is asked. Staff who write an answer
    about a fire know the numbers.
    """
    if turn.person.staff and drafts and _mentions(turn, drafts[-1]):
        return False
    filings = [draft for draft in drafts if draft.name == filing.FILING.name]
    if reading.danger is None:
        return await _danger_together(turn, reading, filings)
    case = await emergencies.running(turn)
    if case is not None and await emergencies.hear(turn, case, reading):
        return True
    await alarm(turn, reading, _going_on(turn, reading, filings))
    return True


def _mentions(turn: Turn, draft: Draft) -> bool:
    """Whether a danger is only mentioned in this form: a bare cry for help is no answer."""
    if draft.name == filing.FILING.name or only("words-cry", turn.event.text):
        return False
    return mentions(draft, turn.unit.now)


def _going_on(turn: Turn, reading: Reading, filings: list[Draft]) -> Draft | None:
    """The report that a danger goes on from; one that it corrects loses its words."""
    said = turn.event.text
    if filings and corrects(said):
        return unsaid(turn, filings[-1], said)
    return next((one for one in filings if continues(one, reading)), None)


async def _danger_together(turn: Turn, reading: Reading, filings: list[Draft]) -> bool:
    """Whether words that say nothing by themselves say it with what was written just before."""
    if not filings or reading.intent is not Intent.CHAT or reading.said:
        return False
    both = read_with(turn, filings[-1])
    if both.danger is None or turn.unit.now - filings[-1].touched_at > JUST_BEFORE:
        return False
    await alarm(turn, both, filings[-1])
    return True
