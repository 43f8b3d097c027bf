"""两个都接, "take both": the two cases that were given to them, or that stand here. Where these are
not just two it is asked which one.
"""

from __future__ import annotations

import re
from functools import cache

from domain.case import Case
from domain.offered_cases import cases_for
from handlers.actions.carers.act_words import act_of_staff
from handlers.actions.carers.card_words import NOTHING, Said
from handlers.actions.doing import refusal_for
from handlers.actions.table import ACTS
from handlers.actions.viewing.in_charge import in_charge
from handlers.dialog.alone import line_of_staff
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Turn
from handlers.lists import answer
from handlers.texts.words import AFTER, one_of

LONGEST = 20
TWO = 2


async def said(turn: Turn) -> Said:
    """What was said so, with the numbers of both."""
    event = turn.event
    if not line_of_staff(turn, LONGEST):
        return NOTHING
    rest = _both().sub(" ", event.text.strip(), count=1).strip()
    act, words = act_of_staff(rest) if rest != event.text.strip() else ("", "")
    if not act or words or not ACTS[act].together:
        return NOTHING
    if act == answer.ACT and await _asked(turn):
        return NOTHING  # what was done is told, as it was asked
    given, standing = await _given(turn, act), await _standing(turn, act)
    for cases in (given, standing):
        if len(cases) == TWO:
            return Said(tuple(one.number for one in cases), act)
    found = {one.number: one for one in (*given, *standing)}
    return Said(tuple(found), act, one=True) if found else NOTHING


async def _asked(turn: Turn) -> bool:
    """Whether it is being asked what was done with several."""
    return any(one.name == answer.NAME for one in await open_drafts(turn))


async def _given(turn: Turn, act: str) -> list[Case]:
    carried = await in_charge(turn)
    return [one for one in carried if await refusal_for(turn.scene, one, act) is None]


async def _standing(turn: Turn, act: str) -> list[Case]:
    offered = await turn.unit.offers.last(turn.private)
    ids = cases_for(offered, act) if offered else ()
    known = [await turn.unit.cases.get(one) for one in ids]
    there = [one for one in known if one is not None]
    return [one for one in there if await refusal_for(turn.scene, one, act) is None]


@cache
def _both() -> re.Pattern[str]:
    both = one_of("words-both-of-them")
    before = rf"^(?:{one_of('words-take')}{AFTER}*)?{both}{AFTER}*"
    return re.compile(rf"{before}|{AFTER}+{both}$", re.IGNORECASE)
