"""厕所堵了, said below a station's card: what is broken inside is reported where that one is."""

from __future__ import annotations

from datetime import timedelta

from domain.reading.model import Intent, Reading
from domain.things import things
from handlers.casework import whereabouts
from handlers.dialog.turn import Turn
from handlers.filing.several import matters
from handlers.stations.below import shown_last
from handlers.stations.reporting import broken

INSIDE = things(
    "toilet, drinking, no water, microwave, fan, seat, socket, charger, door"
)
"""What a station has."""

LATELY = timedelta(minutes=30)
"""So long such words are for the card (ours)."""


async def reported(turn: Turn, reading: Reading) -> bool:
    """Whether it was one; what names a place of its own is none."""
    said = turn.event.text
    if reading.intent is not Intent.REPORT or turn.event.place:
        return False
    if not things(said) & INSIDE or len(matters(turn, said)) > 1:
        return False
    found = whereabouts.find(turn.scene, said, turn.person)
    if reading.places or found.sure or found.likely:
        return False
    shown = await shown_last(turn, LATELY)
    if len(shown) != 1:
        return False
    await broken(turn, shown[0], turn.event)
    return True
