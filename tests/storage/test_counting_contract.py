"""On which day a case counts, and which cases do."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.acts import Act
from domain.states import State
from storage.database import Database
from storage.figures.summing import summed
from tests.storage.making import filed
from tests.storage.reckoning import ZONE

TODAY = date(2026, 11, 23)


DAY = timedelta(days=1)


async def test_the_day_of_a_case_is_the_local_one(database: Database) -> None:
    midnight = datetime(2026, 11, 21, 16, tzinfo=UTC)
    for at in (
        midnight - timedelta(seconds=1),
        midnight,
        midnight + DAY - timedelta(seconds=1),
        midnight + DAY,
    ):
        await filed(database, filed_at=at)
    async with database.unit() as unit:
        found = await unit.reports.counted(ZONE, date(2026, 11, 21), date(2026, 11, 23))
    assert [(cell.day, tally.filed) for cell, tally in sorted(found.items())] == [
        (20261121, 1),
        (20261122, 2),
        (20261123, 1),
    ]


async def test_a_day_has_the_hours_that_it_has_where_clocks_are_changed(
    database: Database,
) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    day = datetime(2026, 10, 25, tzinfo=berlin)  # 25 hours long
    for hour in (0, 24.5, 25):
        await filed(database, filed_at=day.astimezone(UTC) + timedelta(hours=hour))
    async with database.unit() as unit:
        found = await unit.reports.counted(
            berlin, date(2026, 10, 25), date(2026, 10, 26)
        )
    assert [(cell.day, tally.filed) for cell, tally in sorted(found.items())] == [
        (20261025, 2),
        (20261026, 1),
    ]


async def test_parts_are_not_counted_and_merged_cases_only_as_received(
    database: Database,
) -> None:
    whole = await filed(database, state=State.CLOSED)
    await filed(database, parent_id=whole.id, state=State.CLOSED)
    gone = await filed(
        database,
        state=State.MERGED,
        merged_into=whole.id,
        raised=1,
        reopened=1,
        accept_took=5.0,
    )
    async with database.unit() as unit:
        unit.history.add(gone, Act.REOPEN, 77, "test")
        tally = summed((await unit.reports.counted(ZONE, TODAY, TODAY)).values())
    assert (tally.filed, tally.merged, tally.own, tally.closed) == (2, 1, 1, 1)
    assert (tally.reopened, tally.escalated, tally.replies, tally.accept) == (
        0,
        0,
        0,
        [],
    )
