"""0001 办好了, of who has lost the role for it since: nothing of it was done, and that is said.
They thought it was done, and a colleague has the case.
"""

from __future__ import annotations

from domain.acts import Act
from domain.case import Case
from domain.reading.model import Reading
from domain.standing import FILER_ACTS
from domain.values.number import (
    apart,
    numbers,
)
from domain.values.numbers_said import within
from domain.values.text import letters
from handlers.actions.asking.commands import this_year
from handlers.actions.carers.act_words import act_of_staff
from handlers.actions.carers.serials import before
from handlers.casework.permission import visible
from handlers.dialog.alone import alone
from handlers.dialog.fixed import carried_out
from handlers.dialog.turn import Turn

LONGEST = 60
"""Letters: whoever says more tells something (ours)."""
AS_RIDER = FILER_ACTS | {Act.FILE, Act.JOIN}


async def told(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether an act was said of a case that was in their hands once, and is none of theirs now."""
    if turn.person.staff or not alone(turn) or letters(turn.event.text) > LONGEST:
        return False
    said = turn.event.text.strip()
    serial, rest = apart(said, this_year(turn)) if within(said) else before(said)
    acts = bool(act_of_staff(rest)[0]) or carried_out(rest)
    if reading.danger is not None or not (serial and acts):
        return False
    for number in numbers(serial.lstrip("#"), this_year(turn)):
        case = await turn.unit.cases.by_number(number)
        if case is not None and await _was_theirs(turn, case):
            turn.reply(turn.say("no-longer-yours", number=case.number))
            return True
    return False


async def _was_theirs(
    turn: Turn,
    case: Case,
) -> bool:
    if await visible(turn.unit, turn.person, case):
        return False
    mine = turn.person.id
    lines = await turn.unit.history.of(case.id)
    return any(one.actor_id == mine and one.act not in AS_RIDER for one in lines)
