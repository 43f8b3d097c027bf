"""Whether words ask for a station and say nothing else: 「哪里能充电」, "is there a toilet nearby".

What says anything beside, that a socket is broken or smokes, is a matter and no question.
"""

from __future__ import annotations

from domain.stations.station import FILTERS
from handlers.dialog.turn import Turn
from handlers.stations.asking import ask, key_of
from handlers.texts.words import anywhere, only

NAMED = "words-station"
WHERE = "words-station-where"
ANYTHING = "words-station-any"
ASKS = "words-station-asks"
BESIDE = (WHERE, ANYTHING, "words-station-fill", *map(key_of, FILTERS))
"""Of these a question for a station is made."""


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


def meant(text: str) -> str | None:
    """The filter that the words ask for, '' for any station, None where they ask for none."""
    if only(NAMED, text):
        return ""
    said = text.lower()
    if not (only(NAMED, text, *BESIDE) and anywhere(WHERE).search(said)):
        return None
    for name in FILTERS:
        if anywhere(key_of(name)).search(said):
            return name
    return "" if any(anywhere(key).search(said) for key in (NAMED, ANYTHING)) else None
