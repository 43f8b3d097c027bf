"""The case of which it was asked last whether it is solved."""

from __future__ import annotations

from domain.open_offers import act_of, asked_last, case_of
from handlers.dialog.offered import form_since
from handlers.dialog.turn import Turn


async def asked(turn: Turn) -> int | None:
    """Its id, where nothing else was asked since."""
    found = await turn.unit.offers.last(turn.private)
    last = asked_last(found) if found else None
    if found is None or last is None or await form_since(turn, last):
        return None
    asked = (one.data for one in last.choices if act_of(one.data) == "confirm")
    return next((case_of(data) for data in asked), None)
