"""Which case words speak of: by the number in them, or by what is not needed any more."""

from __future__ import annotations

from domain.case import Case
from domain.reading.model import Intent, Reading
from domain.values.number import number_within
from handlers.actions.asking import commands
from handlers.dialog.turn import Turn

LOOKED_AT = 5
"""Of one's own open cases, the newest first."""


async def named(turn: Turn, reading: Reading) -> Case | None:
    """The case whose number stands in the words; or the own open one of the matter that is not
    needed any more. Raises Refused for a number that this person cannot see.
    """
    number = number_within(turn.event.text)
    if number is not None:
        return await commands.find(turn, number)
    if reading.intent is not Intent.CANCEL or not reading.category:
        return None
    cases = await turn.unit.cases.open_of(turn.person.id, LOOKED_AT)
    found = (one for one in cases if one.category == reading.category)
    return next(found, None)
