"""Whether words ask for a station and say nothing else.

What says anything beside, that a socket is broken or smokes, is a matter and no question.
"""

from __future__ import annotations

from handlers.dialog.turn import Turn
from handlers.stations.asking import ask
from handlers.stations.meaning import meant
from handlers.texts.words import anywhere

ASKS = "words-station-asks"


async def asked(turn: Turn, *, filing: bool = False) -> bool:
    """Whether it was such a question, and was answered. While a filing is open it has to ask:
    「附近厕所」 may be where something is.
    """
    if not turn.unit.stations.any:
        return False
    said = turn.event.text
    wanted = meant(said)
    if wanted is None:
        return False
    if filing and not anywhere(ASKS).search(said.lower()):
        return False
    await ask(turn, wanted)
    return True
