"""An answer that comes days later, when its question stands open no more: what names no matter goes
to whoever asked and still waits, and one press makes another matter of it. Before the question was
read it answers nothing: one press files it, and the question is told beside.
"""

from __future__ import annotations

from domain.acts import Act
from domain.case import Case
from domain.reading.model import Reading
from handlers.actions.after import ANSWERED
from handlers.actions.doing import refusal_for
from handlers.actions.on_case import as_said
from handlers.actions.on_case.same_answer import belongs
from handlers.actions.on_case.words import word_on_case
from handlers.actions.waiting import untold
from handlers.casework.awaited import unanswered
from handlers.dialog.fields import A_MATTER
from handlers.dialog.marks import mark
from handlers.dialog.turn import Turn

LOOKED_AT = 5
"""Of one's own open cases, the newest first."""


async def answers(turn: Turn, reading: Reading) -> bool:
    """Whether it went to the question that was asked last."""
    event = turn.event
    if event.media or event.place or reading.said or reading.report >= A_MATTER:
        return False
    case = await _asked(turn)
    if case is None or not belongs(turn, case, reading):
        return False
    if await untold(turn, case.id):
        await as_said.offer(turn)
        return True
    await mark(turn, ANSWERED, {"case": case.id})
    await word_on_case(turn, case.id, matter=True, act=Act.ANSWER)
    return True


async def _asked(turn: Turn) -> Case | None:
    for case in await turn.unit.cases.open_of(turn.person.id, LOOKED_AT):
        waits = await unanswered(turn.unit, case)
        if waits and await refusal_for(turn.scene, case, "answer") is None:
            return case
    return None
