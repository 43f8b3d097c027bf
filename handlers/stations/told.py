"""What a station's keepers have heard lately, by whichever riders: each thing is told them once."""

from __future__ import annotations

from datetime import timedelta

from domain.messages import Address
from domain.stations.reports import SAID
from handlers.dialog import ending
from handlers.dialog.marks import marks_in, too_often
from handlers.dialog.turn import Turn
from storage.unit import Unit

LATELY = timedelta(hours=2)
"""So long they are not told again, however often a rider changes their mind (ours)."""


def _book(code: str) -> Address:
    """Where it is noted: no chat of anybody."""
    return Address("station", code)


async def told_lately(unit: Unit, code: str, what: str) -> bool:
    """Whether they were told; if not, they are now."""
    return await too_often(unit, _book(code), what, 1, LATELY)


async def all_well(turn: Turn, code: str) -> None:
    """They have looked after it: what is said from now on is new."""
    for what in SAID:
        for one in await marks_in(turn.unit, _book(code), what):
            await ending.drop(turn, one)
