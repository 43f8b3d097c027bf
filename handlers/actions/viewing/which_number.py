"""A command without the number of its case, or with a serial that two have: which one is asked."""

from __future__ import annotations

from collections.abc import Iterable

from domain.case import Case
from handlers.actions.doing import refusal_for
from handlers.actions.table import ACTS
from handlers.actions.viewing.whose import MOST, numbered
from handlers.dialog import completing
from handlers.dialog.turn import Refused, Turn

LOOKED_AT = 20


async def ask(
    turn: Turn, text: str, command: str, cases: Iterable[Case], words: str = ""
) -> None:
    """Each case with one press; what else was typed goes along."""
    cases = [*cases][:MOST]
    labels = [row[0].label for row in numbered(turn, cases, "open")]
    options = [(label, case.number) for label, case in zip(labels, cases, strict=True)]
    await completing.ask(turn, text, command, options, words, a_row=1)


async def missing(
    turn: Turn,
    command: str,
    act: str = "",
    words: str = "",
) -> None:
    """The cases in their hands, and their own, to which this may be done. Raises Refused where
    there are none.
    """
    unit, me = turn.unit, turn.person.id
    theirs = [*await unit.cases.carried_by(me, LOOKED_AT)]
    theirs += await unit.cases.open_of(me, LOOKED_AT)
    able = {one.id: one for one in theirs if await _may(turn, one, act)}
    if not able:
        raise Refused("refuse-which", command=command)
    text = turn.say("ask-number", command=command)
    await ask(turn, text, command, able.values(), words)


async def _may(turn: Turn, case: Case, act: str) -> bool:
    if not act:
        return True
    return act in ACTS and await refusal_for(turn.scene, case, act) is None
