"""What staff say with the whole names of the colleagues whom they name."""

from __future__ import annotations

from domain.values.text import letters
from handlers.actions.nicknames import spelled_out
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.people.scope import colleagues

LONGEST = 60
"""Letters: whoever says more tells something (ours)."""


def by_whole_names(turn: Turn) -> str:
    """What was said, with 张强 for 小张 where only one colleague nearby may be meant."""
    said = turn.event.text
    if not alone(turn) or letters(said) > LONGEST:
        return said
    others = [one.name for one in colleagues(turn) if one.id != turn.person.id]
    return spelled_out([one for one in others if one], said)
