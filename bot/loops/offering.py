"""What can be chosen in a chat by typing, after a message with choices has arrived there."""

from __future__ import annotations

from dataclasses import replace

from domain.fitting import Shown
from domain.offers import Offered
from storage.database import Database
from storage.outbox.letters import Letter
from storage.unit import Unit


async def offer(unit: Unit, letter: Letter, shown: Shown) -> None:
    """Its choices; what has numbers of its own only covers those of before."""
    if shown.offered:
        unit.offers.put(letter.to, shown.offered, letter.case_id, shown.by_number)
    else:
        await unit.offers.cover(letter.to)


def remember(database: Database, letter: Letter, shown: Shown) -> None:
    """What was offered counts from when it was sent: who answers may be faster than the row."""
    offers, now = database.memory.offers, database.clock()
    offered = Offered(shown.offered, letter.case_id, now, shown.by_number)
    known = offered if shown.offered else offers.get(letter.to)
    if known is not None:
        by_number = known.by_number and bool(shown.offered)
        offers.keep(letter.to, replace(known, by_number=by_number))
