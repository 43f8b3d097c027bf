"""Members and errands: however many press at once, no more than may be; what is undone left
nothing.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.errands import Errand, ErrandState, Took
from domain.members import Member, MemberState
from domain.messages import Address
from storage.database import Database
from tests.storage.making import person

APPLIED, MEMBER = MemberState.APPLIED, MemberState.MEMBER
SOON = timedelta(hours=5)


async def applies(
    database: Database,
    who: int,
    area: str,
    post: str,
    *grids: str,
) -> Member | None:
    async with database.unit() as unit:
        return await unit.members.apply(who, area, post, grids, 2)


async def joined(
    database: Database, who: int, area: str, post: str, *grids: str
) -> int:
    made = await applies(database, who, area, post, *grids)
    assert made is not None
    async with database.unit() as unit:
        assert await unit.members.move(made.id, [APPLIED], MEMBER, decided_by=1)
    return made.id


async def test_of_many_applications_at_once_as_many_stand_as_may(
    database: Database,
) -> None:
    wanted = [("G01", "helper"), ("G02", "helper"), ("G03", "listener")]
    wanted += [("G04", "messenger"), ("G01", "courtesy")]
    made = await asyncio.gather(*(applies(database, 7, *one) for one in wanted))
    stand = [one for one in made if one is not None]
    assert len(stand) == 2
    assert len({one.post for one in stand}) == len({one.area for one in stand}) == 2
    async with database.unit() as unit:
        assert await unit.members.of(7) == stand
        left = [
            await unit.members.move(one.id, [APPLIED], MemberState.LEFT)
            for one in stand
        ]
        assert left == [True, True] and not await unit.members.of(7)
    again = await applies(database, 7, "G01", "helper")
    assert again is not None
    assert await applies(database, 7, "G01", "listener") is None  # one a grid is open


async def test_of_two_leads_at_once_one_decides(database: Database) -> None:
    made = await applies(database, 7, "G01", "helper")
    assert made is not None

    async def decides(lead: int, to: MemberState) -> bool:
        async with database.unit() as unit:
            return await unit.members.move(made.id, [APPLIED], to, decided_by=lead)

    both = await asyncio.gather(decides(1, MEMBER), decides(2, MemberState.DECLINED))
    assert sorted(both) == [False, True]
    async with database.unit() as unit:
        found = await unit.members.get(made.id)
        assert found is not None and found.decided_by == 1 + both.index(True)


async def test_members_are_counted_and_reached_by_their_grids(
    database: Database,
) -> None:
    who = await person(database, Address("test", "a"), "A")
    muted = await person(database, Address("test", "b"), "B")
    await joined(database, who.id, "G01", "helper", "G02")
    await joined(database, who.id, "G05", "listener", "G02")
    await joined(database, muted.id, "G01", "helper")
    async with database.unit() as unit:
        unit.people.change(replace(muted, muted=True))
    async with database.unit() as unit:
        assert await unit.members.counts({"G01", "G05"}) == {
            ("G01", "helper"): 2,
            ("G05", "listener"): 1,
        }
        assert await unit.member_grids.addresses({"G02"}) == [Address("test", "a")]
        assert await unit.member_grids.addresses({"G01"}) == [Address("test", "a")]
        assert await unit.member_grids.of_person(who.id) == {"G01", "G02", "G05"}
        await unit.members_leaving.forget(who.id)
        assert await unit.members.of(who.id) == []
        assert await unit.member_grids.addresses({"G01", "G02"}) == []


async def errand(database: Database, wanted: int) -> Errand:
    async with database.unit() as unit:
        at = unit.now + SOON
        return await unit.errands.make("G01", "tables", at, wanted, 1)


async def takes(database: Database, errand_id: int, who: int) -> Took:
    async with database.unit() as unit:
        return await unit.errands.take(errand_id, who)


async def drops(database: Database, errand_id: int, who: int) -> bool:
    async with database.unit() as unit:
        return await unit.errands.drop(errand_id, who)


async def missing(database: Database, errand_id: int) -> tuple[int, int]:
    """How many are missing, and how many rows of takers there are."""
    async with database.unit() as unit:
        found = await unit.errands.get(errand_id)
        takers = await unit.errands.takers(errand_id)
    assert found is not None and found.missing + len(takers) == found.wanted
    return found.missing, len(takers)


async def test_of_many_who_press_at_once_as_many_come_as_are_wanted(
    database: Database,
) -> None:
    made = await errand(database, 2)
    who = [*range(10, 16), 10, 11]
    got = await asyncio.gather(*(takes(database, made.id, one) for one in who))
    assert Counter(got)[Took.TAKEN] == 2
    assert await missing(database, made.id) == (0, 2)
    async with database.unit() as unit:
        first, second = await unit.errands.takers(made.id)
    assert await takes(database, made.id, first) is Took.AGAIN
    back = await asyncio.gather(*(drops(database, made.id, first) for _ in range(3)))
    assert sorted(back) == [False, False, True]
    assert await missing(database, made.id) == (1, 1)
    assert await takes(database, made.id, 99) is Took.TAKEN
    assert await takes(database, made.id, first) is Took.FULL
    async with database.unit() as unit:
        await unit.errands.hand_over(99, second)
    assert await missing(database, made.id) == (1, 1)
    async with database.unit() as unit:
        await unit.errands.forget(second)
    assert await missing(database, made.id) == (2, 0)


async def test_what_is_undone_has_left_no_taker_and_what_is_over_takes_nobody(
    database: Database,
) -> None:
    made = await errand(database, 1)
    with pytest.raises(LookupError):
        async with database.unit() as unit:
            assert await unit.errands.take(made.id, 10) is Took.TAKEN
            raise LookupError
    assert await missing(database, made.id) == (1, 0)
    async with database.unit() as unit:
        assert await unit.errands.open_in({"G01"}, 5) == [made]
        assert await unit.errands.end(made.id, ErrandState.CANCELLED)
        assert not await unit.errands.end(made.id, ErrandState.OVER)
    assert await takes(database, made.id, 10) is Took.FULL
    assert await missing(database, made.id) == (1, 0)
