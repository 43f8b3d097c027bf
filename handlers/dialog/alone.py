"""Whether a message is words and nothing else, and whether these name a case."""

from __future__ import annotations

from domain.values.number import case_number
from domain.values.text import letters
from handlers.dialog.turn import Turn


def alone(turn: Turn) -> bool:
    """Words and nothing else."""
    event = turn.event
    return bool(event.text.strip()) and not (event.media or event.place)


def line_of_staff(turn: Turn, longest: int) -> bool:
    """Words of staff in private by themselves, of so many letters at most; a reply is none."""
    event = turn.event
    beside = event.media or event.place or event.reply_to
    theirs = event.private and turn.person.staff
    return bool(theirs) and not beside and letters(event.text) <= longest


def names_a_case(turn: Turn) -> bool:
    return alone(turn) and bool(case_number(turn.event.text))
