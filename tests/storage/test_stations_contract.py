"""Rest stations and what riders say of them, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from domain.messages import Address, Place
from domain.stations.hours import Closure, Hours
from domain.stations.reports import CLOSED, FULL, Report
from domain.stations.station import Station
from storage.database import Database
from storage.stations import STANDS
from tests.house import Clock

NIGHT = Hours(
    (((22 * 60, 30 * 60),),) * 7,
    (),
    (Closure(date(2026, 12, 20), date(2026, 12, 31), "painting"),),
)
FULL_ROW = Station(
    "Y1",
    "驿站",
    Place(24.44702, 118.08745),
    "G01",
    "red",
    NIGHT,
    ("seat", "water"),
    "code",
    "2580",
    6,
    "WY1",
    "13800000000",
    True,
    photo=7,
)
BARE = Station("Y2", "二", Place(24.0, 118.0))
HERE, THERE = Address("test", "a"), Address("test", "b")


async def test_stations_are_read_as_they_were_written(database: Database) -> None:
    async with database.unit() as unit:
        assert not unit.stations.any
        await unit.stations.replace([FULL_ROW, BARE])
    async with database.unit() as unit:
        assert unit.stations.all == [FULL_ROW, BARE]
        changed = replace(BARE, name="三", hours=NIGHT)
        await unit.stations.put(changed)
        assert unit.stations.get("Y2") == changed
    again = Database(database.url, database.clock)
    await again.start()
    assert list(again.directory.stations) == ["Y1", "Y2"]
    await again.close()
    async with database.unit() as unit:
        await unit.stations.replace([replace(FULL_ROW, photo=None)])
    assert list(database.directory.stations.values()) == [FULL_ROW]


async def test_a_change_that_is_undone_is_none(database: Database) -> None:
    async with database.unit() as unit:
        await unit.stations.replace([BARE])
    try:
        async with database.unit() as unit:
            await unit.stations.put(replace(BARE, name="三"))
            raise KeyError
    except KeyError:
        pass
    assert database.directory.stations["Y2"] == BARE


async def test_what_riders_say_counts_for_a_while(
    database: Database, clock: Clock
) -> None:
    now = clock.now
    soon, later = now + timedelta(hours=1), now + timedelta(hours=9)
    first = Report("Y1", 1, CLOSED, now, later)
    async with database.unit() as unit:
        for one in (first, Report("Y1", 2, CLOSED, now, soon)):
            await unit.stations.report(one)
        await unit.stations.report(Report("Y2", 1, FULL, now, soon))
        newer = Report("Y1", 2, FULL, now, soon)
        await unit.stations.report(newer)
    async with database.unit() as unit:
        assert await unit.stations.reports("Y1") == [first, newer]
        assert len(await unit.stations.reports()) == 3
    clock.now = soon
    async with database.unit() as unit:
        assert await unit.stations.reports() == [first]
        await unit.stations.forget(1)
        assert await unit.stations.reports() == []
        await unit.stations.report(replace(first, person_id=3))
        await unit.stations.open_again("Y1")
        assert await unit.stations.reports() == []


async def test_where_somebody_stood_is_known_for_minutes(
    database: Database, clock: Clock
) -> None:
    async with database.unit() as unit:
        unit.stations.stands(HERE, BARE.place)
    async with database.unit() as unit:
        assert unit.stations.stood(HERE) == BARE.place
        assert unit.stations.stood(THERE) is None
    clock.now += STANDS + timedelta(seconds=1)
    async with database.unit() as unit:
        assert unit.stations.stood(HERE) is None
