"""What was told together with what has just been answered by a typed number, and waits still."""

from __future__ import annotations

from domain.case import Case
from domain.messages import Choice
from domain.open_offers import act_of, case_of, left
from handlers.actions.doing import refusal_for
from handlers.actions.table import ACTS
from handlers.casework import phrases
from handlers.casework.permission import case_for
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Refused, Turn

LONGEST_SEEN = 24


async def waits(turn: Turn, data: str) -> tuple[Choice, ...]:
    """The choices of the first that asks for the same as what was chosen and can still be done; ()
    for none.
    """
    offered = await turn.unit.offers.last(turn.private)
    for choices in left(offered, data) if offered else ():
        if await _case(turn, choices, act_of(data)) is not None:
            return choices
    return ()


async def _case(
    turn: Turn,
    choices: tuple[Choice, ...],
    act: str,
) -> Case | None:
    """Whose they are; None where it is theirs no more, or the act cannot be done any more."""
    try:
        case = await case_for(turn, case_of(choices[0].data) or 0)
    except Refused:
        return None
    gone = act in ACTS and await refusal_for(turn.scene, case, act) is not None
    return None if gone else case


async def say(turn: Turn, data: str) -> None:
    """Puts it again, so that the next number is for it and everybody sees so. Not while something
    is being written.
    """
    choices = await waits(turn, data)
    if not choices or await open_drafts(turn):
        return
    case = await case_for(turn, case_of(choices[0].data) or 0)
    seen = phrases.seen(turn.unit, turn.person, case, turn.language, LONGEST_SEEN)
    text = turn.say("still-open", number=case.number, what=seen)
    turn.reply(text, [choices], case_id=case.id)
