"""不是这件，是0002; 错了，转给城管; 还是我自己办: what somebody meant in place of the step that
they took last. That step is offered to be taken back, and the same act for the case that was meant.
"""

from __future__ import annotations

import re
from functools import cache

from domain.messages import Choice
from domain.values.numbers_said import SERIAL, within
from handlers.actions.asking.commands import seen_as
from handlers.actions.card_labels import key_of
from handlers.actions.carers import another_meant, steps, undoing
from handlers.actions.carers.about_case import able
from handlers.actions.carers.act_words import act_of_staff
from handlers.actions.table import ACTS
from handlers.dialog import questions
from handlers.dialog.alone import line_of_staff
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Turn
from handlers.texts.words import (
    AFTER,
    anywhere,
    asks,
    one_of,
    plain,
)

LONGEST = 40
"""Letters: whoever says more tells something (ours)."""
SIGNS = " ,，。.！!、;；:："
BESIDE = (
    "words-polite",
    "words-sorry",
    "words-meant-fill",
)


async def asked(
    turn: Turn,
) -> bool:
    """Whether it was one, and what is meant is offered."""
    if not line_of_staff(turn, LONGEST):
        return False
    said = plain(turn.event.text)
    mine = asks("words-meant-myself", said, *BESIDE)
    off = asks("words-step-off", said, *BESIDE)
    hit = _slip().match(said)
    rest = said[hit.end() :].strip(SIGNS) if hit else ""
    if not (mine or off or rest) or await open_drafts(turn):
        return False
    if off and await questions.begun(turn) is not None:
        return False  # it is of what is asked
    if rest and await another_meant.offered(turn, rest):
        return True
    step = await undoing.last(turn)
    if step is None or (mine and steps.name_of(step[1]) != "hand_on"):
        return False
    if mine or off:
        undoing.offer(turn, step)
        return True
    return await _meant(turn, step, rest)


def behind(
    turn: Turn,
) -> str:
    """What stands behind a word that says that it was a mistake."""
    said = turn.event.text.strip()
    hit = _slip().match(said) if line_of_staff(turn, LONGEST) else None
    return said[hit.end() :].strip(SIGNS) if hit else ""


async def _meant(
    turn: Turn,
    step: steps.Step,
    rest: str,
) -> bool:
    """Whether another case, or another act, was named."""
    numbers = (*within(rest), *SERIAL.findall(rest))
    if numbers:
        return await _of_another(turn, step, numbers[0])
    name, _ = act_of_staff(anywhere("words-meant").sub("", rest, count=1).strip(SIGNS))
    if name:
        undoing.offer(turn, step, rest)
    return bool(name)


async def _of_another(
    turn: Turn,
    step: steps.Step,
    number: str,
) -> bool:
    """The same act, for that one."""
    seen = await seen_as(turn, number)
    if len(seen) != 1 or seen[0].id == step[0].id:
        return False
    name, other = steps.name_of(step[1]), seen[0]
    below: list[Choice] = []
    if name in ACTS and await able(turn, other, (name,)):
        label = f"{turn.label(key_of(name))} {other.number}"
        below = [Choice(label, f"c:{other.id}:{name}")]
    undoing.offer(turn, step, below=below)
    return True


@cache
def _slip() -> re.Pattern[str]:
    """What says that it was a mistake, before what is meant."""
    slip = one_of("words-slip", "words-meant-not")
    return re.compile(rf"(?:{slip}|{anywhere('words-sorry').pattern}|{AFTER})+")
