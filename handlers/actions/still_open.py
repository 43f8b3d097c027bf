"""What was told together with what has just been answered by a typed number, and waits still."""

from __future__ import annotations

from domain.messages import Choice
from domain.open_offers import case_of, left
from handlers.casework import phrases
from handlers.casework.permission import case_for
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Refused, Turn

LONGEST_SEEN = 24


async def waits(turn: Turn, data: str) -> tuple[Choice, ...]:
    """The choices of the first that asks for the same as what was chosen; () for none."""
    offered = await turn.unit.offers.last(turn.private)
    return left(offered, data) if offered else ()


async def say(turn: Turn, data: str) -> None:
    """Puts it again, so that the next number is for it and everybody sees so. Not while something
    is being written.
    """
    choices = await waits(turn, data)
    number = case_of(choices[0].data) if choices else None
    if number is None or await open_drafts(turn):
        return
    try:
        case = await case_for(turn, number)
    except Refused:
        return  # it is none of theirs any more
    seen = phrases.seen(turn.unit, turn.person, case, turn.language, LONGEST_SEEN)
    text = turn.say("still-open", number=case.number, what=seen)
    turn.reply(text, [choices], case_id=case.id)
