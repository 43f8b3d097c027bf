"""/recruit (红色招募令) to everybody around, and news to the members of an area."""

from __future__ import annotations

from domain.messages import Address
from handlers.casework.letters.announcing import Announcing
from handlers.dialog.turn import Turn
from handlers.members.found import terms
from handlers.members.scope import apart, led


async def recruit(turn: Turn, said: str) -> None:
    """/recruit [AREA] [WORDS]: without words a call that is ready, to be changed or sent."""
    terms(turn.setup)
    area, words = apart(turn, said)
    await RECRUITING.begin(turn, area, words or turn.label("member-recruit-words"))


async def news(turn: Turn, said: str) -> None:
    """/news [AREA] [WORDS]: to the members of an area alone."""
    terms(turn.setup)
    area, words = apart(turn, said)
    await NEWS.begin(turn, area, words)


async def _around(turn: Turn, area: str) -> list[Address]:
    """Staff of the area and riders who last filed there. Raises Refused."""
    terms(turn.setup)
    areas = turn.unit.directory.below([led(turn, area)])
    return await turn.unit.staff.audience(areas)


async def members_of(turn: Turn, area: str) -> list[Address]:
    """The members whose home grid or usual grid lies there. Raises Refused."""
    terms(turn.setup)
    areas = turn.unit.directory.below([led(turn, area)])
    return await turn.unit.member_grids.addresses(areas)


RECRUITING = Announcing(
    "recruit",
    _around,
    sign="🧡",
    button=("button-member-apply", "member:apply"),
)
NEWS = Announcing("news", members_of, sign="🧡")
