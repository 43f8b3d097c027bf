"""What is plainly a matter, and no name, word on the way in or picture of a rest station."""

from __future__ import annotations

from domain.kinds import Kind
from domain.places.phrases import may_name
from domain.reading.model import Intent
from handlers.dialog.fields import A_MATTER
from handlers.dialog.turn import Turn
from handlers.filing.hearing import SURE, heard

PLAIN = 0.6
"""From this margin on a name is no name but a matter, as in "pothole on Main Road" (ours)."""
OF_A_STATION = ("access", "charging")
"""Categories that names and words on the way in speak of without a fault."""


def is_matter(turn: Turn) -> bool:
    """Whether the words tell what is wrong somewhere. A wish is none here: it is how what a station
    offers reads.
    """
    reading = heard(turn)
    if reading.intent is not Intent.REPORT or reading.kind is Kind.WISH:
        return False
    if not may_name(turn.event.text):
        return reading.report >= A_MATTER or reading.sure >= SURE
    named = reading.sure >= PLAIN and reading.category not in OF_A_STATION
    return named and reading.report >= A_MATTER
