"""Words that tell that the danger of an emergency has passed: "ok now, the fire is out"."""

from __future__ import annotations

from dataclasses import replace

from domain.case import Case
from domain.reading.model import Reading
from handlers.actions.emergencies import all_clear, emergencies
from handlers.dialog.fields import A_MATTER
from handlers.dialog.turn import Turn
from handlers.filing.hearing import read_text
from handlers.texts.words import anywhere, plain

HURT = "somebody is injured"
"""What is read where that is told in fewer words."""


def beside(turn: Turn) -> Reading | None:
    """What else they say; None where they tell nothing of that."""
    if turn.event.media or turn.event.place:
        return None
    said = plain(turn.event.text)
    left, over = anywhere("words-over").subn(" ", said)
    left, well = anywhere("words-well-now").subn(" ", left)
    if not over + well:
        return None
    found = read_text(turn, left)
    return found if found.danger or not _hurt(left) else read_text(turn, HURT)


def _hurt(said: str) -> bool:
    """Whether they tell of somebody who is hurt: "fire is out but a man is burnt"."""
    told = anywhere("words-hurt").search(said)
    return told is not None and anywhere("words-nobody").search(said) is None


def is_over(turn: Turn) -> bool:
    """Whether they tell that, and of no danger or matter beside it."""
    rest = beside(turn)
    return rest is not None and rest.danger is None and rest.report < A_MATTER


async def calms(turn: Turn, case: Case, reading: Reading) -> bool:
    """The people on it read so, nobody is alarmed again, and a press ends it."""
    if not await emergencies.hear(turn, case, replace(reading, danger=None)):
        await emergencies.add(turn, case, doubt=True)  # 不用来了别人说的 我觉得要来
    all_clear.offer(turn, case)
    return True
