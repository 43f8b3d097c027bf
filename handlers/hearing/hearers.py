"""Who may take what was said: hearers stand in a row, and the first that takes it answers it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable

from domain.reading.model import Reading
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn

Hearer = Callable[[Turn, Reading], Awaitable[bool]]
"""Says whether it has taken this message, and has answered it then. It leaves no trace in one that
it does not take.
"""


async def first_of(
    hearers: Iterable[Hearer],
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether one of them took it; who stands behind that one is not asked."""
    for hear in hearers:
        if await hear(turn, reading):
            return True
    return False


def unread(hear: Callable[[Turn], Awaitable[bool]]) -> Hearer:
    """One that goes by the words, and not by what they were read as."""

    async def heard(turn: Turn, reading: Reading) -> bool:
        return await hear(turn)

    return heard


def of_words(hear: Hearer) -> Hearer:
    """Of words alone: no picture and no place came with them."""

    async def heard(turn: Turn, reading: Reading) -> bool:
        return alone(turn) and await hear(turn, reading)

    return heard
