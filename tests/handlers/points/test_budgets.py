"""A budget that is changed in the middle of its year."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from domain.points.ledger import ISSUED, Outcome, Transfer, Why, bank, moved, rider
from domain.points.rates import Rates
from handlers.dialog.scene import Scene
from handlers.dialog.setup import Setup
from handlers.points.budgets import funded, keys_of
from tests.house import TestHouse

BANK = bank("S1", 2026)


async def test_it_counts_at_once_and_never_takes_what_somebody_was_paid(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path) as house:

        async def left(budget: int) -> tuple[int, int]:
            """What the bank has, and how often it was changed."""
            rates = Rates(budgets={"S1": budget})
            async with house.database.unit() as unit:
                scene = Scene(unit, replace(Setup(), points=rates))
                for _ in range(2):
                    assert await funded(scene, "G01", rates) == BANK
                times, _ = await unit.points.filled(BANK, keys_of(BANK))
                return await unit.points.balance(BANK), times

        async def pays(key: str, amount: int) -> Outcome:
            async with house.database.unit() as unit:
                entries = moved(BANK, rider(7), amount)
                return await unit.points.book(Transfer(key, Why.SOLVED, entries, 7))

        assert await left(12) == (12, 1)
        assert await pays("a", 10) is Outcome.BOOKED
        assert await pays("b", 10) is Outcome.DRY
        assert await left(30) == (20, 2)
        assert await pays("b", 10) is Outcome.BOOKED
        # lower than what was paid: what is left goes, and comes back when it is raised again
        assert await left(5) == (0, 3)
        assert await left(5) == (0, 3)
        assert await left(30) == (10, 4)
        async with house.database.unit() as unit:
            assert await unit.points.balance(ISSUED) == -30
            assert await unit.points.earned(7) == 20
        house.clock.now += timedelta(days=60)
        async with house.database.unit() as unit:
            rates = Rates(budgets={"S1": 5})
            next_year = await funded(Scene(unit, Setup()), "G01", rates)
            assert await unit.points.balance(next_year) == 5
        assert next_year == bank("S1", 2027)
