"""不对是1号, "no, number 1": the case that is meant where it was asked if words are of another one.
They are offered for that.
"""

from __future__ import annotations

from dataclasses import replace

from domain.values.numbers_said import within
from handlers.actions.asking.commands import seen_as
from handlers.actions.asking.said import (
    JUST_SHOWN,
    MARK,
    SAID,
)
from handlers.actions.carers.about_case import (
    able,
    offer,
)
from handlers.actions.carers.serials import before
from handlers.dialog.marks import marks_in
from handlers.dialog.turn import Turn
from handlers.texts.words import anywhere


async def offered(
    turn: Turn,
    said: str,
) -> bool:
    """Whether nothing but its number was said, while that question stands last."""
    meant = anywhere("words-meant").sub(" ", said, count=1).strip()
    serial, rest = before(meant)
    number = serial or next(iter(within(meant)), "")
    standing = await turn.unit.offers.last(turn.private)
    marks = await marks_in(turn.unit, turn.private, MARK)
    if not number or (serial and rest) or standing is None or not marks:
        return False
    if turn.unit.now - standing.made_at > JUST_SHOWN:
        return False
    sign = f"c:{standing.case_id}:{SAID}:"
    data = [one.data for one in standing.choices if one.data.startswith(sign)]
    acts = [one.removeprefix(sign).partition(":")[0] for one in data]
    seen = await seen_as(turn, number.lstrip("#"))
    if not acts or len(seen) != 1 or seen[0].id == standing.case_id:
        return False
    words = str(marks[-1].about["text"])
    turn.event = replace(turn.event, text=words)
    await offer(turn, seen[0], words, await able(turn, seen[0], acts))
    return True
