"""/queue, /mine and /overdue, each with words that narrow it."""

from __future__ import annotations

from domain.wanted import LATE, MINE
from handlers.dialog.turn import Turn
from handlers.lists import paging
from handlers.lists.fillers import name_in
from handlers.lists.kept import Listing
from handlers.lists.show import show
from handlers.lists.words import narrowed

OPENED: dict[str, tuple[str, ...]] = {
    "queue": (),
    "mine": (MINE,),
    "overdue": (LATE,),
}
"""What a list is narrowed to from the beginning."""


async def queue(turn: Turn, said: str) -> None:
    """/queue [WORDS]: mine and my grids', the soonest due first."""
    await opened(turn, "queue", said)


async def mine(turn: Turn, said: str) -> None:
    """/mine [WORDS]: what I carry."""
    await opened(turn, "mine", said)


async def overdue(turn: Turn, said: str) -> None:
    """/overdue [WORDS]: what should be done already."""
    await opened(turn, "overdue", said)


async def opened(
    turn: Turn,
    which: str,
    said: str = "",
    page: int = 0,
) -> None:
    """A new list, with a number of its own."""
    page, said = paging.taken(said, page)
    made = turn.unit.next_id("forms")
    listing = Listing(made, OPENED[which], page=page)
    await show(turn, narrowed(turn, listing, name_in(said)))
