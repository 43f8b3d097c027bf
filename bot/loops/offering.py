"""What can be chosen in a chat by typing, after a message with choices has arrived there."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.fitting import Shown
from domain.offers import Offered
from domain.open_offers import told
from storage.database import Database
from storage.offers import counts
from storage.outbox.letters import ANSWER, Letter
from storage.unit import Unit


async def offer(unit: Unit, letter: Letter, shown: Shown) -> None:
    """Its choices; what has numbers of its own only covers those of before."""
    if shown.offered:
        await unit.offers.put(letter.to, _made(letter, shown, unit.now))
    else:
        await unit.offers.cover(letter.to)


def remember(database: Database, letter: Letter, shown: Shown) -> None:
    """What was offered counts from when it was sent: who answers may be faster than the row."""
    offers = database.memory.offers
    before, now = offers.get(letter.to), database.clock()
    if shown.offered:
        alone = before is None or before.alone
        made = replace(_made(letter, shown, now), alone=alone)
        open_still = before if before is not None and counts(before, now) else None
        offers.keep(letter.to, told(open_still, made))
    elif before is not None:
        offers.keep(letter.to, replace(before, by_number=False))


def _made(letter: Letter, shown: Shown, now: datetime) -> Offered:
    return Offered(
        shown.offered,
        letter.case_id,
        now,
        shown.by_number,
        notice=any(one.lane != ANSWER or one.about for one in letter.whole),
        letters=(letter.id,),
        listed=shown.listed,
    )
