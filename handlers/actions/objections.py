"""不对: about nothing that is being filled in. It may be the case that was talked of last."""

from __future__ import annotations

from domain.case import Case
from handlers.actions.own import OFFERED, filer_buttons
from handlers.dialog.turn import Turn

LOOKED_AT = 5
"""Of one's own cases, the newest first."""


async def objected(turn: Turn) -> None:
    """Asks what is wrong, with what can be said of the newest case that still can be changed."""
    case = await _newest(turn)
    if case is None:
        return turn.reply(turn.say("wrong-what"))
    rows = filer_buttons(turn, case)
    text = turn.say("wrong-of-case", number=case.number)
    turn.reply(text, rows, case_id=case.id)


async def _newest(turn: Turn) -> Case | None:
    cases = await turn.unit.cases.filed_by(turn.person.id, LOOKED_AT)
    found = [case for case in cases if case.open or case.state in OFFERED]
    return max(found, key=lambda case: case.touched_at or case.filed_at, default=None)
