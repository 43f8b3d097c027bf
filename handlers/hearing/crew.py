"""What staff say in plain words where nothing is open: of the case in their hands, of their steps,
of lists and leave. A row for each kind, the first that is meant counts.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.reading.model import Reading
from handlers.actions import in_hand, reaching, undoing
from handlers.dialog.turn import Turn
from handlers.filing import on_the_spot
from handlers.lists import paging

Row = Callable[[Turn, Reading], Awaitable[bool]]


async def _pin(turn: Turn, reading: Reading) -> bool:
    return await on_the_spot.placed(turn)


ROWS: tuple[Row, ...] = (
    _pin,
    paging.asked,
    undoing.asked,
    reaching.asked,
    in_hand.told,
)


async def heard(turn: Turn, reading: Reading) -> bool:
    """Whether it was one of these. Of riders it is none."""
    if not turn.person.staff:
        return False
    for row in ROWS:
        if await row(turn, reading):
            return True
    return False
