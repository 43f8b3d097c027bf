"""The duty roster in the database and in the directory, on both engines."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.people.forgetting import forget
from storage.database import Database
from storage.memory.directory import Shift
from tests.house import MORNING, Clock
from tests.storage.making import load_areas, person

HOUR = timedelta(hours=1)


async def add(
    database: Database, start: int, end: int, who: int = 1, area: str = "G1"
) -> int:
    async with database.unit() as unit:
        return await unit.duty.add(
            who, area, MORNING + start * HOUR, MORNING + end * HOUR
        )


def spans(database: Database) -> list[tuple[int, str, float, float]]:
    return [
        (
            one.person_id,
            one.area,
            (one.starts_at - MORNING) / HOUR,
            (one.ends_at - MORNING) / HOUR,
        )
        for one in database.directory.shifts
    ]


async def test_a_shift_is_in_the_directory_once_it_is_committed(
    database: Database,
) -> None:
    await load_areas(database)
    made = await person(database, name="李敏")
    first = await add(database, 0, 8, made.id)
    second = await add(database, -4, 2, made.id, "CG")
    assert first != second
    assert database.directory.shifts == (
        Shift(second, made.id, "CG", MORNING - 4 * HOUR, MORNING + 2 * HOUR),
        Shift(first, made.id, "G1", MORNING, MORNING + 8 * HOUR),
    )


async def test_somebody_is_on_duty_from_the_start_to_just_before_the_end(
    database: Database,
) -> None:
    await add(database, 0, 8, 7)
    on_duty = database.directory.on_duty
    assert (
        on_duty(MORNING)
        == on_duty(MORNING + 8 * HOUR - timedelta(seconds=1))
        == {(7, "G1")}
    )
    assert (
        on_duty(MORNING - timedelta(seconds=1)) == on_duty(MORNING + 8 * HOUR) == set()
    )


async def test_a_shift_that_ends_before_it_begins_is_refused(
    database: Database,
) -> None:
    for end in (0, -1):
        with pytest.raises(ValueError, match="ends after it begins"):
            await add(database, 0, end)
    assert spans(database) == []


async def test_removing_tells_whether_there_was_one(database: Database) -> None:
    made = await add(database, 0, 8)
    for there in (True, False):
        async with database.unit() as unit:
            assert await unit.duty.remove(made) is there
    assert spans(database) == []


async def test_clearing_takes_what_overlaps_and_leaves_what_only_touches(
    database: Database,
) -> None:
    for start, end in ((-2, 0), (-1, 1), (1, 2), (3, 5), (4, 6), (-9, 9)):
        await add(database, start, end)
    await add(database, 1, 2, area="G2")
    async with database.unit() as unit:
        assert await unit.duty.clear("G1", MORNING, MORNING + 4 * HOUR) == 4
    assert spans(database) == [(1, "G1", -2, 0), (1, "G2", 1, 2), (1, "G1", 4, 6)]


async def test_clearing_for_one_person_leaves_the_others(database: Database) -> None:
    for who in (1, 2):
        await add(database, 0, 8, who)
    async with database.unit() as unit:
        assert await unit.duty.clear("G1", MORNING, MORNING + HOUR, 2) == 1
        assert await unit.duty.clear("G1", MORNING, MORNING + HOUR, 3) == 0
    assert spans(database) == [(1, "G1", 0, 8)]


async def test_pruning_takes_what_is_over(database: Database) -> None:
    for start, end in ((-9, -1), (-8, 0), (-8, 1)):
        await add(database, start, end)
    async with database.unit() as unit:
        assert await unit.duty.prune(MORNING) == 2
    assert spans(database) == [(1, "G1", -8, 1)]


async def test_a_unit_that_fails_leaves_the_roster_as_it_was(
    database: Database,
) -> None:
    await add(database, 0, 8)
    with pytest.raises(RuntimeError):
        async with database.unit() as unit:
            await unit.duty.clear("G1", MORNING, MORNING + HOUR)
            await unit.duty.add(2, "G1", MORNING, MORNING + HOUR)
            raise RuntimeError
    assert spans(database) == [(1, "G1", 0, 8)]


async def test_after_a_restart_shifts_are_there_and_ids_go_on(
    database: Database, url: str, clock: Clock
) -> None:
    made = await add(database, 0, 8)
    second = Database(url, clock)
    await second.start()
    try:
        assert spans(second) == [(1, "G1", 0, 8)]
        assert await add(second, 9, 10) > made
    finally:
        await second.close()


async def test_whoever_leaves_is_off_the_roster(database: Database) -> None:
    await load_areas(database)
    made = await person(database, name="李敏")
    await add(database, 0, 8, made.id)
    async with database.unit() as unit:
        await forget(unit, made.id)
    assert spans(database) == []
