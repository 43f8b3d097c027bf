"""The daily rows: what they say is what a count of the cases says, whenever the night came."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from domain.acts import Act
from domain.kinds import Kind
from domain.states import State
from domain.tally import Tally
from storage.database import Database
from storage.figures.night import AT_ONCE, OWN, RECENT
from storage.figures.scope import Cell, Scope, number_of
from storage.tables.figures import daily as daily_table
from tests.house import Clock
from tests.storage.by_chance import by_chance
from tests.storage.making import filed
from tests.storage.reckoning import ZONE

DAY = timedelta(days=1)


EVERYWHERE = Scope(frozenset({"C", "S1", "S2", "G1", "G2", "G3", ""}))


LONG_AGO, TODAY = date(2026, 6, 1), date(2026, 11, 23)


def said(found: dict[Cell, Tally]) -> dict[Cell, dict[str, Any]]:
    return {cell: tally.plain() for cell, tally in found.items()}


async def nights(database: Database, most: int = 100) -> int:
    """Looks until a look has nothing left to do. Returns how many it took."""
    for looks in range(most):
        async with database.unit() as unit:
            before = await kept(unit)
            await unit.daily.tonight(ZONE)
            if before == await kept(unit):
                return looks
    raise AssertionError("the night does not end")


async def kept(unit: Any) -> list[tuple[Any, ...]]:
    return [
        tuple(row)
        for row in await unit.query(
            select(daily_table).order_by(*daily_table.primary_key)
        )
    ]


async def rows_of(database: Database, day: date) -> int:
    async with database.unit() as unit:
        rows = (
            select(func.count())
            .select_from(daily_table)
            .where(daily_table.c.day == number_of(day))
        )
        return int((await unit.query(rows)).scalar_one())


async def agrees(
    database: Database, first: date = LONG_AGO, last: date = TODAY
) -> None:
    async with database.unit() as unit:
        expected = said(await unit.reports.counted(ZONE, first, last))
        found = await unit.daily.between(ZONE, first, last, EVERYWHERE)
        assert said(found) == expected
    async with database.reader() as reader:
        found = await reader.daily.between(ZONE, first, last, EVERYWHERE)
        assert said(found) == expected


@pytest.mark.parametrize("seed", [1, 2])
async def test_the_rows_of_a_first_night_are_what_a_count_of_all_cases_gives(
    database: Database, clock: Clock, seed: int
) -> None:
    await by_chance(database, seed, 300, 150)
    await nights(database)
    async with database.unit() as unit:
        cells = {Cell(*row[:5]): row[5] for row in await kept(unit)}
        assert cells.pop(OWN)["night"] == 20261122
        assert cells == said(await unit.reports.counted(ZONE, LONG_AGO, TODAY - DAY))
    await agrees(database)


async def test_what_is_older_than_the_recent_days_comes_from_the_rows_and_only_that(
    database: Database,
) -> None:
    recent = TODAY - DAY * RECENT
    for day in (recent - DAY, recent):
        await filed(
            database, filed_at=datetime(day.year, day.month, day.day, 4, tzinfo=UTC)
        )
    await nights(database)
    async with database.unit() as unit:
        await unit.query(
            update(daily_table).where(daily_table.c.day > 0).values(counts={"filed": 7})
        )
        found = await unit.daily.between(ZONE, LONG_AGO, TODAY, EVERYWHERE)
    assert {cell.day: tally.filed for cell, tally in found.items()} == {
        number_of(recent - DAY): 7,
        number_of(recent): 1,
    }


async def test_an_old_case_that_is_closed_today_is_counted_anew_tonight(
    database: Database, clock: Clock
) -> None:
    case = await filed(
        database,
        filed_at=clock.now - 100 * DAY,
        state=State.RESOLVED,
        resolved_at=clock.now,
    )
    await nights(database)
    async with database.unit() as unit:
        assert await unit.cases.get(case.id) is not None
        closed = replace(case, state=State.CLOSED, closed_at=unit.now, area="G3")
        unit.cases.change(closed)
        unit.history.add(closed, Act.CONFIRM, 5, "test")
    clock.now += DAY
    await nights(database)
    async with database.unit() as unit:
        (found,) = (
            await unit.daily.between(ZONE, LONG_AGO, date(2026, 9, 1), EVERYWHERE)
        ).items()
    assert (found[0].area, found[1].closed, found[1].solved) == ("G3", 1, 0 + 1)


async def test_an_old_open_case_is_counted_anew_when_its_deadline_passes(
    database: Database, clock: Clock
) -> None:
    old = clock.now - 100 * DAY
    await filed(
        database,
        filed_at=old,
        accept_due=clock.now + DAY,
        resolve_due=clock.now + 2 * DAY,
    )
    await nights(database)
    clock.now += 3 * DAY
    await nights(database)
    async with database.unit() as unit:
        (tally,) = (
            await unit.daily.between(ZONE, LONG_AGO, date(2026, 9, 1), EVERYWHERE)
        ).values()
    assert (tally.accept_decided, tally.answer_decided) == (1, 1)


async def test_nights_that_were_missed_are_made_up_for(
    database: Database, clock: Clock
) -> None:
    await nights(database)
    for _ in range(50):
        clock.now += DAY
        await filed(database)
    clock.now += DAY
    await nights(database)
    days = [TODAY + DAY * n for n in range(1, 51)]
    assert [await rows_of(database, day) for day in days] == [1] * 50
    await agrees(database, LONG_AGO, TODAY + 51 * DAY)


async def test_figures_are_right_while_a_night_is_half_done_and_before_any(
    database: Database, clock: Clock
) -> None:
    await by_chance(database, 3, 100, 150)
    await agrees(database)
    async with database.unit() as unit:
        await unit.daily.tonight(ZONE)
    await agrees(database)
    await nights(database)
    clock.now += 60 * DAY
    await nights(database)
    await agrees(database, LONG_AGO, TODAY + 60 * DAY)


async def test_nothing_is_counted_before_ten_past_midnight_and_once_a_night(
    database: Database, clock: Clock
) -> None:
    await filed(database, filed_at=datetime(2026, 11, 22, 4, tzinfo=UTC))
    clock.now = datetime(2026, 11, 22, 16, 9, tzinfo=UTC)
    assert await nights(database) == 0
    clock.now += timedelta(minutes=1)
    assert await nights(database) == 1
    assert await rows_of(database, date(2026, 11, 22)) == 1
    clock.now += timedelta(hours=20)
    assert await nights(database) == 0


async def test_a_night_is_done_in_pieces(database: Database, clock: Clock) -> None:
    await nights(database)
    clock.now += DAY
    await filed(database)
    assert await nights(database) == -(-RECENT // AT_ONCE)


async def test_a_scope_is_areas_or_units_and_of_them_what_was_asked_for(
    database: Database,
) -> None:
    for area, office, kind in (
        ("G1", "", Kind.HAZARD),
        ("G2", "CG", Kind.HELP),
        ("G3", "CG", Kind.HAZARD),
    ):
        case = await filed(database, area=area, kind=kind)
        async with database.unit() as unit:
            assert await unit.cases.get(case.id) is not None
            unit.cases.change(replace(case, office=office))
    asked = (
        (Scope(frozenset({"G1"})), 1),
        (Scope(frozenset({"G1"}), frozenset({"CG"})), 3),
        (Scope(frozenset({"G1", "G2"}), office="CG"), 1),
        (Scope(frozenset(), frozenset({"CG"}), kind="hazard"), 1),
        (Scope(frozenset()), 0),
    )
    async with database.unit() as unit:
        for scope, expected in asked:
            assert len(await unit.daily.between(ZONE, TODAY, TODAY, scope)) == expected
