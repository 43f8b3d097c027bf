"""Whether a message is words and nothing else, and whether these name a case."""

from __future__ import annotations

from domain.values.number import case_number
from handlers.dialog.turn import Turn


def alone(turn: Turn) -> bool:
    """Words and nothing else."""
    event = turn.event
    return bool(event.text.strip()) and not (event.media or event.place)


def names_a_case(turn: Turn) -> bool:
    return alone(turn) and bool(case_number(turn.event.text))
