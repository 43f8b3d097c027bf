"""Followers: who joined a case or came with a merged one, once each, until they go."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.case import Case
from domain.standing import Standing
from domain.states import State
from storage.database import Database
from tests.house import Clock
from tests.storage.making import new_case, person

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
        assert await unit.followers.standing(CASE, 9) is Standing.FOLLOWER
        assert await unit.followers.standing(CASE, 3) is Standing.NONE
        assert await unit.followers.standing(MERGED, 9) is Standing.NONE


async def filed(database: Database, *filers: int | None) -> list[Case]:
    """A case of each of these filers."""
    async with database.unit() as unit:
        return [await new_case(unit, filer_id=one) for one in filers]


async def merge(database: Database, clock: Clock, gone: Case, kept: Case) -> None:
    """As merging does it: the filer and the followers of the one follow the other."""
    async with database.unit() as unit:
        ids = [gone.filer_id, *await unit.followers.of(gone.id)]
        assert await unit.cases.get(gone.id)
        unit.cases.change(replace(gone, merged_into=kept.id, state=State.MERGED))
    people = [one for one in ids if one is not None]
    await join(database, clock, kept.id, *people, via=gone.id)


async def standings(database: Database, case: Case, *people: int) -> list[Standing]:
    async with database.unit() as unit:
        return [await unit.followers.standing(case.id, one) for one in people]


async def test_whose_own_case_was_merged_is_brought_and_who_only_followed_it_is_not(
    database: Database, clock: Clock
) -> None:
    first, second, kept = await filed(database, 11, 12, 13)
    await join(database, clock, second.id, 9)
    await join(database, clock, kept.id, 8)
    await merge(database, clock, first, second)
    assert await standings(database, second, 11, 9) == ["brought", "follower"]
    await merge(database, clock, second, kept)
    assert await standings(database, kept, 11, 12, 13, 9, 8, 7) == [
        Standing.BROUGHT,
        Standing.BROUGHT,
        Standing.NONE,
        Standing.FOLLOWER,
        Standing.FOLLOWER,
        Standing.NONE,
    ]
    async with database.unit() as unit:
        assert await unit.followers.brought(kept.id) == {11, 12}
        assert await unit.followers.brought(first.id) == frozenset()


async def test_whose_case_went_out_again_or_who_left_was_not_brought(
    database: Database, clock: Clock
) -> None:
    gone, anonymous, kept = await filed(database, 11, None, 13)
    await join(database, clock, kept.id, 11)
    await merge(database, clock, anonymous, kept)
    await merge(database, clock, gone, kept)
    assert await standings(database, kept, 11) == [Standing.BROUGHT]
    async with database.unit() as unit:
        assert await unit.cases.get(gone.id)
        unit.cases.change(gone)
        await unit.followers.drop(kept.id, via=gone.id)
    assert await standings(database, kept, 11) == [Standing.FOLLOWER]
    await merge(database, clock, gone, kept)
    async with database.unit() as unit:
        await unit.followers.drop(kept.id, person_id=11)
    assert await standings(database, kept, 11) == [Standing.NONE]


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
        await unit.people.forget(made)
    assert await of(database, CASE) == [made.id + 1]
