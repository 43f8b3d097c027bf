"""Whether words ask for a station and say nothing else.

What says anything beside, that a socket is broken or smokes, is a matter and no question.
"""

from __future__ import annotations

from handlers.dialog.turn import Turn
from handlers.stations import asking, below
from handlers.stations.asking import again
from handlers.stations.card import card
from handlers.stations.meaning import meant
from handlers.stations.reporting import says
from handlers.texts.words import anywhere, only

ASKS = "words-station-asks"
SHORTEST = 4
"""Letters of a name: a shorter one stands in too many words."""


async def asked(turn: Turn, *, filing: bool = False) -> bool:
    """Whether it was such a question, and was answered. While a filing is open it has to ask:
    「附近厕所」 may be where something is.
    """
    if not turn.unit.stations.any:
        return False
    said = turn.event.text
    if not filing and (
        await _named(
            turn,
            said,
        )
        or await below.said(turn)
        or await asking.below(turn)
    ):
        return True
    wanted = meant(said)
    if wanted is None:
        return False
    if filing and not anywhere(ASKS).search(said.lower()):
        return False
    await again(
        turn,
        wanted,
    )
    return True


async def _named(turn: Turn, said: str) -> bool:
    """Whether they name a station, which is shown then, or say that it is closed or full."""
    text = said.strip().lower()
    for station in turn.unit.stations.all:
        name = station.name.lower()
        if len(name) < SHORTEST or name not in text:
            continue
        rest = text.replace(
            name,
            "",
            1,
        ).strip(" ,，。.！!")
        if not rest:
            await card(
                turn,
                station,
            )
            return True
        for key, state in below.STATES.items():
            if only(
                key,
                rest,
            ):
                await says(
                    turn,
                    station,
                    state,
                )
                return True
    return False
