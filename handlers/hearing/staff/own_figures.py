"""What a coordinator reads who asks for the figures: what they did themselves, and of the grids who
has those.
"""

from __future__ import annotations

from domain.people import Role
from handlers.casework import phrases
from handlers.dialog.turn import Turn
from handlers.people.scope import colleagues
from handlers.stats import own_work
from handlers.texts.sentences import Safe
from handlers.texts.words import anywhere, plain

MOST_NAMED = 3


async def told(turn: Turn, days: str = "") -> None:
    """What they did in these days, else today; below it who sees the rest, if that was asked."""
    said = plain(turn.event.text)
    grids = anywhere("words-each-grid").search(said)
    await own_work.of_days(turn, days, *([of_heads(turn)] if grids else []))


def of_heads(turn: Turn) -> Safe:
    """Who may see how many came in, and where."""
    found = [one.name for one in colleagues(turn) if one.has(Role.LEAD)]
    names = phrases.listed(turn.language, found[:MOST_NAMED])
    return turn.say("figures-for-heads", heads=names or "/people")
