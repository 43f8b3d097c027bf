"""/announce [AREA] words: to everybody around, after a look at it and one more press."""

from __future__ import annotations

from domain.messages import Address
from handlers.casework.called import begins
from handlers.casework.letters.announcing import Announcing
from handlers.dialog.turn import Turn
from handlers.people.scope import no_area, own_area


async def announce(turn: Turn, said: str) -> None:
    """/announce, /announce AREA, /announce AREA words: whatever is missing is asked for."""
    named, text = begins(turn.unit.directory, said)
    if not named:
        no_area(turn, text)
    await TO_ALL.begin(turn, own_area(turn, named), text)


async def _audience(turn: Turn, area: str) -> list[Address]:
    """Staff of the area and riders who last filed there. Raises Refused."""
    areas = turn.unit.directory.below([own_area(turn, area)])
    return await turn.unit.staff.audience(areas)


TO_ALL = Announcing("announce", _audience)
ANNOUNCE = TO_ALL.form
