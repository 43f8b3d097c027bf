"""Words that tell that the danger of an emergency has passed: "ok now, the fire is out"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from domain.case import Case
from domain.reading.engine import CRY
from domain.reading.model import Reading
from domain.things import things
from handlers.actions.emergencies import all_clear, emergencies
from handlers.actions.emergencies.belonging import ABOUT_PEOPLE
from handlers.dialog.fields import A_MATTER
from handlers.dialog.fixed import tells_fixed
from handlers.dialog.turn import Turn
from handlers.filing.hearing import heard, read_text
from handlers.texts.words import anywhere, plain

WELL = (
    "words-well-who",
    "words-well-is",
    "words-well-how",
    "words-well-already",
    "words-well-after",
)
HURT = "somebody is injured"
"""What is read where that is told in fewer words."""


def beside(turn: Turn) -> Reading | None:
    """What else they say; None where they tell nothing of that."""
    left = _left(turn)
    if left is None:
        return None
    found = read_text(turn, left)
    danger = found.danger
    if danger is not None and danger.topic == CRY and heard(turn).danger is None:
        found = replace(found, danger=None)  # of "he drink water now he ok"
    return found if found.danger or not _hurt(left) else read_text(turn, HURT)


def _left(turn: Turn) -> str | None:
    """Their words without those that tell it; None where none does."""
    if turn.event.media or turn.event.place:
        return None
    said = plain(turn.event.text)
    left, told = anywhere("words-says-well").subn(" ", said)
    left, so = _well().subn(" ", left)
    left, over = anywhere("words-over").subn(" ", left)
    left, well = anywhere("words-well-now").subn(" ", left)
    return left if told + over + well + so or tells_fixed(said) else None


@cache
def _well() -> re.Pattern[str]:
    """Somebody, and how they are by now: "hes out, safe", not "he is out of breath"."""
    who, is_so, how, now, after = (anywhere(key).pattern for key in WELL)
    ends = rf"(?:\s+(?:{now}))*(?=\s*(?:[,.!，。！]|$)|\s+(?:{after}))"
    return re.compile(rf"(?:{who})\s*(?:(?:{is_so})\s*)*(?:{how}){ends}")


def _hurt(said: str) -> bool:
    """Whether they tell of somebody who is hurt: "fire is out but a man is burnt"."""
    told = anywhere("words-hurt").search(said)
    return told is not None and anywhere("words-nobody").search(said) is None


def is_over(turn: Turn) -> bool:
    """Whether they tell that, and of no danger or other thing beside it: where somebody is by now
    is none.
    """
    rest, left = beside(turn), _left(turn)
    if rest is None or rest.danger is not None:
        return False
    people = rest.category in ABOUT_PEOPLE or not things(left or "")
    return rest.report < A_MATTER or people


async def calms(turn: Turn, case: Case, reading: Reading) -> bool:
    """The people on it read so, nobody is alarmed again, and a press ends it. What else they say
    decides whether it is of another matter.
    """
    told = replace(beside(turn) or reading, danger=None)
    told = replace(told, report=0.0) if is_over(turn) else told
    if not await emergencies.hear(turn, case, told):
        await emergencies.add(turn, case, doubt=True)  # 不用来了别人说的 我觉得要来
    all_clear.offer(turn, case)
    return True
