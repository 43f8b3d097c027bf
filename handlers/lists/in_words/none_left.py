"""路灯的都接了, 全部接单, "all lamps to Zhang", where nothing is left of it: that is said, and no
report is opened of the words.
"""

from __future__ import annotations

from handlers.actions.card_labels import undecorated
from handlers.dialog.turn import Turn
from handlers.filing.hearing import heard
from handlers.lists import bare
from handlers.lists.kept import Listing

SAID_OF = ("accept", "hand_on")
"""What is an order wherever it is said of all; 都修好了 may be told of something else."""


def meant(
    turn: Turn,
    listing: Listing,
    act: str,
    beside: str,
) -> bool:
    """Whether it is an order of nothing but what a list can be of; to whom is a colleague."""
    if act not in SAID_OF or heard(turn).danger is not None:
        return False
    named = turn.unit.directory.staff_names.within(beside.lower())
    to_one = bool(named) if act == "hand_on" else not beside
    return to_one and bare.known(turn, listing)


def tell(turn: Turn, act: str, what: str = "") -> None:
    """What was named, or of all."""
    about = {
        "button": undecorated(turn.language, act),
        "what": what,
    }
    turn.reply(turn.say("none-left-of" if what else "none-left", **about))
