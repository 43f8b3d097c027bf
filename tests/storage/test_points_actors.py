"""Many at once with the honey bank, each broken off between any two statements, on both databases:
never negative, never twice, sums to zero, and Beancount agrees.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from random import Random
from typing import Any
from unittest.mock import patch
from zoneinfo import ZoneInfo

from beancount import loader

from domain.points import by_hand
from domain.points.accounting import Names, written
from domain.points.expiry import lapse
from domain.points.ledger import (
    ISSUED,
    OPEN_BANK,
    Transfer,
    Why,
    back,
    bank,
    moved,
    of_holder,
    rider,
)
from storage.database import Database
from storage.session import Session
from storage.unit import Unit

BANK = bank("S1", 2026)
PEOPLE = (1, 2, 3)
SEED, ACTS, ACTORS = 26, 26, 4


class Killed(Exception):
    """The process is gone in the middle of a Unit."""


@contextmanager
def killed(chance: Random) -> Iterator[None]:
    """One statement in fifteen is the last of its Unit."""
    run = Session.run

    async def runs(self: Session, statement: Any, params: Any = None) -> Any:
        if chance.random() < 1 / 15:
            raise Killed
        return await run(self, statement, params)

    with patch.object(Session, "run", runs):
        yield


class Actors:
    """What anybody may try, with keys that others use too."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance

    async def solved(self, unit: Unit) -> None:
        person, number = self.chance.choice(PEOPLE), self.chance.randrange(12)
        entries = moved(BANK, rider(person), 10)
        paid = Transfer(f"case:{number}", Why.SOLVED, entries, person, number)
        await unit.points.book(paid)

    async def opens_again(self, unit: Unit) -> None:
        """Also what is spent by now, or another door's."""
        paid = [one.transfer for one in await unit.points.everything()]
        solved = [one for one in paid if one.why is Why.SOLVED]
        if solved:
            made = back(self.chance.choice(solved), None)
            holder = await unit.points_by_hand.holder(made.person_id or 0)
            await unit.points.take_back(of_holder(made, holder))

    async def budget(self, unit: Unit) -> None:
        keys = [f"budget:{number}" for number in range(30)]
        times, _ = await unit.points.filled(BANK, keys)
        more = moved(ISSUED, BANK, self.chance.choice((40, -15)))
        await unit.points.book(Transfer(keys[times], Why.BUDGET, more))

    async def gives(self, unit: Unit) -> None:
        source = self.chance.choice((BANK, OPEN_BANK))
        base, person = f"hand:{self.chance.randrange(9)}", self.chance.choice(PEOPLE)
        times = await unit.points_by_hand.refused(base)
        await unit.points.book(by_hand.award(base, times, source, person, 7))

    async def settles(self, unit: Unit) -> None:
        """Confirms, refuses or lets it lapse; who it is for may have joined another."""
        given = await unit.points_by_hand.given_to(PEOPLE)
        if not given:
            return
        award = self.chance.choice(given).transfer
        holder = await unit.points_by_hand.holder(award.person_id or 0)
        made = self.chance.choice(
            (
                by_hand.confirmed(award, holder, 9),
                by_hand.confirmed(award, holder, 8),
                by_hand.refused(award, holder, 9, "no"),
                by_hand.unconfirmed(award),
            )
        )
        await unit.points.book(made)

    async def spends(self, unit: Unit) -> None:
        account = rider(self.chance.choice(PEOPLE))
        key = f"spend:{self.chance.randrange(20)}"
        await unit.points.book(Transfer(key, Why.CLOSED, moved(account, "held:1", 8)))

    async def lapses(self, unit: Unit) -> None:
        person, year = self.chance.choice(PEOPLE), self.chance.randrange(2026, 2030)
        await unit.points.book(lapse(person, self.chance.randrange(1, 9), year))

    async def joins(self, unit: Unit) -> None:
        if self.chance.random() < 0.3:
            await unit.points_leaving.join(3, 2)

    async def plays(self, database: Database) -> None:
        acts = (
            self.solved,
            self.budget,
            self.opens_again,
            self.gives,
            self.settles,
            self.settles,
            self.spends,
            self.spends,
            self.opens_again,
            self.lapses,
            self.joins,
        )
        for _ in range(ACTS):
            act = self.chance.choice(acts)
            with suppress(Killed):
                async with database.unit() as unit:
                    await act(unit)
                    await asyncio.sleep(0)


async def test_whoever_tries_what_and_is_killed_where_the_ledger_holds(
    database: Database,
) -> None:
    async with database.unit() as unit:
        await unit.points.book(Transfer("b", Why.BUDGET, moved(ISSUED, BANK, 60)))
    actors = [Actors(Random(SEED + number)) for number in range(ACTORS)]
    with killed(Random(SEED)):
        await asyncio.gather(*(one.plays(database) for one in actors))

    async with database.unit() as unit:
        balances = await unit.points.balances()
        booked = [one.transfer for one in await unit.points.everything()]
    assert sum(balances.values()) == 0
    below = [name for name, points in balances.items() if points < 0]
    owed = {name for name in balances if name.startswith("debt:")}
    assert owed
    assert set(below) <= {ISSUED, OPEN_BANK, *owed}
    assert all(balances[name] <= 0 for name in owed)
    keys = [one.key for one in booked]
    assert len(keys) == len(set(keys)) > 12
    for award in (one for one in booked if one.why is Why.AWARD):
        assert sum(key == by_hand.settling(award) for key in keys) <= 1
    async with database.reader() as reader:
        lines, held = await reader.point_book.all(ZoneInfo("Asia/Shanghai"))
    assert held == balances
    text = "\n".join(written(lines, held, date(2026, 11, 23), Names(b"k" * 32)))
    _, errors, _ = loader.load_string(text)
    assert errors == []
