"""Points that end: by two doors, with a late clock, and with what came back meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from domain.points.ledger import ISSUED, Transfer, Why, back, moved, rider
from domain.points.rates import Rates
from handlers.dialog.scene import Scene
from handlers.dialog.setup import Setup
from handlers.points import ends
from tests.house import TestHouse

SETUP = Setup(links={"test": "test:{code}"}, points=Rates())
JUNE = datetime(2027, 6, 1, tzinfo=UTC)
DECEMBER = datetime(2027, 12, 3, 2, tzinfo=UTC)


async def test_no_more_ends_than_was_said_and_nothing_without_a_word(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path, setup=SETUP) as house:
        await house.rider.says("/points")
        me, other = 7, 999
        assert f"{me} 号" in house.rider.last.text
        earned = Transfer("a", Why.SOLVED, moved(ISSUED, rider(other), 30), other)
        bought = Transfer("o", Why.CLOSED, moved(rider(me), "held:1", 25))
        async with house.database.unit() as unit:
            await unit.points.book(earned)
            ends.plan(Scene(unit, SETUP), me)
        house.clock.now = JUNE
        async with house.database.unit() as unit:
            await unit.points_leaving.join(other, me)
            await unit.points.book(bought)

        async def ticks(setup: Setup = SETUP) -> dict[str, int]:
            """What is due now, and what there is afterwards."""
            async with house.database.unit() as unit:
                scene = Scene(unit, setup)
                for kind, done in ((ends.LOOKED, ends.notice), (ends.GONE, ends.gone)):
                    for subject, at in await unit.timers.due(kind, 9):
                        await done(scene, subject, at)
            async with house.database.unit() as unit:
                return await unit.points.balances()

        house.clock.now = DECEMBER
        never = replace(SETUP, points=Rates(expires=False))
        assert (await ticks(never))[rider(me)] == 5
        async with house.database.unit() as unit:
            unit.timers.set(ends.LOOKED, me, unit.now)
        assert (await ticks())[rider(me)] == 5
        house.clock.now += timedelta(hours=1)
        async with house.database.unit() as unit:
            assert (await ends.this_year(Scene(unit, SETUP), me))[0] == 5
            # a gift that was not fetched after all
            await unit.points.book(back(bought, None))
        house.clock.now += timedelta(days=29, hours=22)
        assert (await ticks())[rider(me)] == 30
        house.clock.now += timedelta(hours=3)
        balances = await ticks()
        assert (balances[rider(me)], balances["lapsed:2027"]) == (25, 5)
        assert sum(balances.values()) == 0
        house.clock.now += timedelta(days=1)
        assert await ticks() == balances
        async with house.database.unit() as unit:
            assert await unit.points.earned(me) == 30
            assert (await ends.this_year(Scene(unit, SETUP), me))[0] == 25


async def test_points_earned_on_the_day_of_the_notice_do_not_put_it_off(
    tmp_path: Path,
) -> None:
    """The clock looks for what pays before it looks for what ends, and was away for a day."""
    async with TestHouse(tmp_path, setup=SETUP) as house:
        await house.rider.says("/points")
        me = 7
        earned = Transfer("a", Why.SOLVED, moved(ISSUED, rider(me), 30), me)
        async with house.database.unit() as unit:
            await unit.points.book(earned)
            ends.plan(Scene(unit, SETUP), me)
        house.clock.now = DECEMBER
        await house.restarts()
        async with house.database.unit() as unit:
            ends.plan(Scene(unit, SETUP), me)
        house.rider.hears()
        await house.tick()
        assert ["30" in text for text in house.rider.hears()] == [True]
