"""Words that tell that the danger of an emergency has passed: "ok now, the fire is out"."""

from __future__ import annotations

from dataclasses import replace

from domain.case import Case
from domain.reading.model import Reading
from handlers.actions import all_clear, emergencies
from handlers.dialog.fields import A_MATTER
from handlers.dialog.turn import Turn
from handlers.filing.hearing import read_text
from handlers.texts.words import anywhere


def beside(turn: Turn) -> Reading | None:
    """What else they say; None where they tell nothing of that."""
    if turn.event.media or turn.event.place:
        return None
    said = turn.event.text.lower().replace("’", "'")
    left, count = anywhere("words-over").subn(" ", said)
    return read_text(turn, left) if count else None


def is_over(turn: Turn) -> bool:
    """Whether they tell that, and of no danger or matter beside it."""
    rest = beside(turn)
    return rest is not None and rest.danger is None and rest.report < A_MATTER


async def calms(turn: Turn, case: Case, reading: Reading) -> bool:
    """The people on it read so, nobody is alarmed again, and a press ends it."""
    added = await emergencies.hear(turn, case, replace(reading, danger=None))
    all_clear.offer(turn, case)
    return added
