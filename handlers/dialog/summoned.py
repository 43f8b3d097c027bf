"""呼叫张强, "call zhang qiang": somebody of the staff is asked for by name; 投诉张强, "complain
about zhang qiang": it tells of them.
"""

from __future__ import annotations

from domain.named import without
from handlers.dialog.turn import Turn
from handlers.texts.words import asks, begins


def asked_for(turn: Turn) -> bool:
    """Whether a rider says so, and nothing else."""
    said = turn.event.text
    names = turn.unit.directory.staff_names.within(said)
    if turn.person.staff or len(names) != 1:
        return False
    left = without(said, names[0])
    return asks("words-summon", left, "words-summon-fill", "words-polite")


def complained_of(turn: Turn) -> bool:
    """Whether it begins with a complaint about somebody who is named."""
    said = turn.event.text
    if not begins("words-complains-of", said):
        return False
    return bool(turn.unit.directory.staff_names.within(said))
