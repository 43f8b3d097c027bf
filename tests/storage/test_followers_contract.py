"""Followers: who joined a case or came with a merged one, once each, until they go."""

from datetime import timedelta

import pytest

from domain.standing import Standing
from handlers.people.forgetting import forget
from storage.database import Database
from tests.house import Clock
from tests.storage.making import person

CASE, MERGED = 1, 2


async def join(
    database: Database, clock: Clock, case_id: int, *people: int, via: int = 0
) -> None:
    """One after the other, a second apart."""
    for one in people:
        clock.now += timedelta(seconds=1)
        async with database.unit() as unit:
            await unit.followers.add(case_id, [one], via)


async def of(database: Database, case_id: int) -> list[int]:
    async with database.unit() as unit:
        return await unit.followers.of(case_id)


async def test_followers_come_in_the_order_in_which_they_joined(
    database: Database, clock: Clock
) -> None:
    await join(database, clock, CASE, 9, 3, 7)
    await join(database, clock, MERGED, 3)
    assert await of(database, CASE) == [9, 3, 7]
    assert await of(database, MERGED) == [3]
    assert await of(database, 99) == []


async def test_whoever_joins_twice_follows_once_from_the_first_time(
    database: Database, clock: Clock
) -> None:
    await join(database, clock, CASE, 9, 3, 9)
    await join(database, clock, CASE, 9, via=MERGED)
    assert await of(database, CASE) == [9, 3]


async def test_several_join_at_once_and_nobody_is_none(database: Database) -> None:
    async with database.unit() as unit:
        await unit.followers.add(CASE, [])
        assert await unit.followers.of(CASE) == []
        await unit.followers.add(CASE, [9, 3, 9])
        assert sorted(await unit.followers.of(CASE)) == [3, 9]


async def test_it_is_known_who_follows_what(database: Database, clock: Clock) -> None:
    await join(database, clock, CASE, 9)
    async with database.unit() as unit:
        assert (await unit.followers.standing(CASE, 9)) is not Standing.NONE
        assert not (await unit.followers.standing(CASE, 3)) is not Standing.NONE
        assert not (await unit.followers.standing(MERGED, 9)) is not Standing.NONE


async def test_what_somebody_follows_comes_newest_first_and_once(
    database: Database, clock: Clock
) -> None:
    for case_id in (4, 1, 3):
        await join(database, clock, case_id, 9)
    await join(database, clock, 2, 8)
    await join(database, clock, 1, 9, via=4)
    async with database.unit() as unit:
        assert await unit.followers.followed_by(9) == [1, 3, 4]
        assert await unit.followers.followed_by(99) == []


async def test_one_person_can_go_however_they_came(
    database: Database, clock: Clock
) -> None:
    await join(database, clock, CASE, 9, 3)
    await join(database, clock, CASE, 9, via=MERGED)
    await join(database, clock, MERGED, 9)
    async with database.unit() as unit:
        await unit.followers.drop(CASE, person_id=9)
    assert await of(database, CASE) == [3]
    assert await of(database, MERGED) == [9]


async def test_whom_a_merged_case_brought_go_with_it_unless_they_had_joined_themselves(
    database: Database, clock: Clock
) -> None:
    await join(database, clock, CASE, 9)
    await join(database, clock, CASE, 9, 3, via=MERGED)
    await join(database, clock, CASE, 7, via=5)
    async with database.unit() as unit:
        await unit.followers.drop(CASE, via=MERGED)
    assert await of(database, CASE) == [9, 7]


async def test_a_unit_that_failed_brought_nobody(
    database: Database, clock: Clock
) -> None:
    await join(database, clock, CASE, 9)
    with pytest.raises(ZeroDivisionError):
        async with database.unit() as unit:
            await unit.followers.add(CASE, [3])
            await unit.followers.drop(CASE, person_id=9)
            assert await unit.followers.of(CASE) == [3]
            raise ZeroDivisionError
    assert await of(database, CASE) == [9]


async def test_whoever_leaves_follows_nothing_any_more(
    database: Database, clock: Clock
) -> None:
    made = await person(database)
    await join(database, clock, CASE, made.id, made.id + 1)
    async with database.unit() as unit:
        await forget(unit, made.id)
    assert await of(database, CASE) == [made.id + 1]
