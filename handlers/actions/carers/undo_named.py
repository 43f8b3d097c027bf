"""取消督办, 撤回延期申请, "cancel the hold on 0002": the step of this name is taken back by a
press, and a case that waits for a day goes on. No other step is offered for it.
"""

from __future__ import annotations

import re
from functools import cache

from domain.reading.model import Reading
from handlers.actions.asking.beginning import begin
from handlers.actions.asking.commands import find
from handlers.actions.carers import (
    steps,
    undoing,
)
from handlers.actions.carers.about_case import able
from handlers.actions.carers.act_words import (
    ENDS,
    act_of_staff,
)
from handlers.actions.carers.recategorised import numbered_apart
from handlers.actions.table import ACTS
from handlers.actions.viewing.in_charge import in_charge
from handlers.casework.rearranging.undo import (
    own_last,
    too_late,
)
from handlers.dialog.alone import line_of_staff
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Turn
from handlers.texts.words import (
    AFTER,
    anywhere,
    asks,
    only,
    plain,
)

SUPERVISE = "supervise"
FIRM = ("words-supervised", "words-yellow-card", "words-red-card")
"""What its steps are called too: 撤销黄牌."""
A_DAY = "day"
"""What an act wants until which the case waits."""
LONGEST = 30
"""Letters: whoever says more tells something (ours)."""


async def asked(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether one was named, and is offered. Raises Refused where it cannot be taken back."""
    if not line_of_staff(turn, LONGEST) or await open_drafts(turn):
        return False
    numbers, said = numbered_apart(turn.event.text)
    name = _named(plain(said))
    if not name or len(numbers) > 1:
        return False
    if ACTS[name].wants == A_DAY and await _goes_on(turn, numbers):
        return True
    step = await _step(turn, name, numbers)
    if step is None:
        raise too_late()
    undoing.offer(turn, step)
    return True


def _named(
    said: str,
) -> str:
    """The act, of which nothing is said but that it shall not be."""
    hit = _undo().match(said)
    rest = _end().sub("", said[hit.end() :].strip(ENDS)) if hit else ""
    if any(asks(key, rest) for key in FIRM):
        return SUPERVISE
    name, more = act_of_staff(rest)
    beside = not more or only("words-undo-named-fill", more)
    return name if beside else ""


async def _goes_on(
    turn: Turn,
    numbers: tuple[str, ...],
) -> bool:
    """Whether one alone waits for a day, and goes on now."""
    cases = [await find(turn, one) for one in numbers] or await in_charge(turn)
    waiting = [one for one in cases if await able(turn, one, ("resume",))]
    if len(waiting) == 1:
        await begin(turn, waiting[0], "resume", "")
    return len(waiting) == 1


async def _step(
    turn: Turn,
    name: str,
    numbers: tuple[str, ...],
) -> steps.Step | None:
    """Their newest of this name, of the case that is named."""
    cases = [await find(turn, one) for one in numbers]
    found = await undoing.steps_now(turn) if not cases else []
    for case in cases:
        line = await own_last(turn.scene, case)
        found += [(case, line)] if line is not None else []
    meant = [one for one in found if steps.name_of(one[1]) == name]
    return max(meant, key=lambda step: step[1].id, default=None)


@cache
def _undo() -> re.Pattern[str]:
    first = anywhere("words-undo-named").pattern
    return re.compile(
        rf"(?:{first}){AFTER}*(?:{anywhere('words-undo-named-fill').pattern})?\s*"
    )


@cache
def _end() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{anywhere('words-undo-named-fill').pattern}|{AFTER})+$")
