"""A report that names a case by its number concerns that case."""

from __future__ import annotations

from domain.case import Case
from domain.reading.model import Reading
from domain.states import State
from domain.values.number import number_within
from handlers.actions.asking import commands
from handlers.actions.emergencies.belonging import confides
from handlers.actions.on_case.words import word_on_case
from handlers.actions.viewing.named_case import again
from handlers.dialog.turn import Refused, Turn
from handlers.filing.several import matters

OVER = (State.RESOLVED, State.CLOSED, State.REJECTED, State.WITHDRAWN)


async def concerns(turn: Turn, reading: Reading) -> bool:
    """Whether it was taken for the case that it names: added to one that is open, with a press that
    makes a matter of its own of it; one that is over is shown, with a press that files it anew.
    """
    case = await _named(turn)
    if case is None:
        return False
    mine = case.filer_id == turn.person.id
    if not mine and confides(case, reading):
        return False
    if case.state not in OVER:
        await word_on_case(turn, case.id, matter=mine)
    elif mine and not turn.event.media:
        await again(turn, case)
    else:
        return False
    return True


async def _named(turn: Turn) -> Case | None:
    """The case whose number stands in the words, None where this person cannot see it. Of several
    matters at once each is filed.
    """
    number = number_within(turn.event.text)
    if number is None or len(matters(turn, turn.event.text)) > 1:
        return None
    try:
        return await commands.find(turn, number)
    except Refused:
        return None
