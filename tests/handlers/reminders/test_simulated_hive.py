"""The hive's year in a week: `python -m bench.simulate` does the same at the places' size."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy import update

from bench.simulate.hive import report
from bench.simulate.hive.holds import broken
from bench.simulate.hive.world import World
from bench.simulate.size import Size, of_the_hive
from storage.tables.coupons import coupons
from storage.tables.house import timers
from storage.tables.points import point_accounts
from storage.tables.wishes import wishes

WEEK = of_the_hive(
    Size(first=date(2026, 9, 28), days=8, hive=3, services=40, last_word=1)
)


async def test_whatever_the_hive_tries_in_a_week_everything_holds(
    tmp_path: Path,
) -> None:
    world = World(tmp_path, WEEK)
    await world.run()
    lines, well = report.written(world)
    found = await _after_somebody_wrote_into_the_tables(world)
    await world.close()
    assert well, "\n".join(lines)
    assert lines[-1] == "broken: 0"
    assert sum(world.tried.tried.values()) >= 12, lines
    assert not world.tried.unknown
    assert {
        "balances that are not the sum of their entries",
        "wishes that are open without a next time",
        "coupons used",
    } <= found


async def _after_somebody_wrote_into_the_tables(world: World) -> set[str]:
    """What is said of points from nowhere, a wish that nobody remembers, a coupon used unseen."""
    async with world.database.unit() as unit:
        await unit.query(update(point_accounts).values(balance=7))
        await unit.query(update(wishes).values(state="open"))
        await unit.query(timers.delete().where(timers.c.kind.in_(("wish", "case"))))
        await unit.query(update(coupons).values(state="used"))
    return {one.partition(":")[0] for one in broken(world)}
