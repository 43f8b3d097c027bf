"""/announce [AREA] words: to everybody around, after a look at it and one more press."""

from __future__ import annotations

from domain.messages import Address
from handlers.casework.announcing import Announcing
from handlers.dialog.turn import Turn
from handlers.people.scope import own_area


async def announce(turn: Turn, said: str) -> None:
    """/announce, /announce AREA, /announce AREA words: whatever is missing is asked for."""
    first, _, rest = said.partition(" ")
    known = first.lower() in (code.lower() for code in turn.unit.directory.areas)
    area = own_area(turn, first if known else "")
    text = (rest if known else said).strip()
    await TO_ALL.begin(turn, area, text)


async def _audience(turn: Turn, area: str) -> list[Address]:
    """Staff of the area and riders who last filed there. Raises Refused."""
    areas = turn.unit.directory.below([own_area(turn, area)])
    return await turn.unit.staff.audience(areas)


TO_ALL = Announcing("announce", _audience)
ANNOUNCE = TO_ALL.form
