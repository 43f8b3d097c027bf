"""A danger that is told behind a command, /add NUMBER or /reopen NUMBER, is one all the same."""

from __future__ import annotations

from dataclasses import replace

from domain.reading.engine import CRY
from domain.values.number import apart
from handlers.actions.commands import Several, find, this_year
from handlers.actions.table import ACTS, COMMANDS
from handlers.dialog.turn import Refused, Turn
from handlers.filing.hearing import read_text
from handlers.hearing.edited import known
from handlers.hearing.endangered import danger


async def with_danger(turn: Turn, command: str, rest: str) -> bool:
    """Whether what stands behind it tells of a danger that is not told in that case: numbers come
    first then, and people are called. What staff write about a case is no such command, and what
    only sounds like a cry goes where it was sent.
    """
    row = ACTS.get(COMMANDS.get(command, ""))
    if row is None or row.roles or not (row.words and turn.event.private):
        return False
    number, words = apart(rest, this_year(turn))
    reading = read_text(turn, words or rest)
    if reading.danger is None or reading.danger.topic == CRY:
        return False
    try:
        case = await find(turn, number)
    except (Refused, Several):
        words = rest  # no case has it: it may be the first of the words
    else:
        if await known(turn, case, reading):
            return False
    turn.event = replace(turn.event, text=words)
    return await danger(turn, reading, [])
