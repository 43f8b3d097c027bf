"""Wishes and claims: whoever comes second changes nothing, however many come at once."""

from __future__ import annotations

import asyncio
from datetime import UTC, timedelta

from domain.kinds import Kind
from domain.wishes.wish import Wish, WishState
from storage.database import Database
from storage.figures.scope import Scope
from storage.figures.wished import Wished
from tests.storage.making import new_case

DAYS = timedelta(days=14)
OPEN = [WishState.OPEN]


async def listed(database: Database, *case_ids: int) -> None:
    async with database.unit() as unit:
        for case_id in case_ids:
            await unit.wishes.screened(case_id, "G01", f"wish {case_id}", 1)
            now = unit.now
            await unit.wishes.move(
                case_id,
                [WishState.ASKED],
                WishState.OPEN,
                published_at=now,
                until=now + 4 * DAYS,
            )


async def claims(database: Database, case_id: int, who: int, most: int = 2) -> bool:
    async with database.unit() as unit:
        until = unit.now + DAYS
        got = await unit.claims.claim(case_id, who, "", until, most)
        return got and await unit.wishes.move(case_id, OPEN, WishState.CLAIMED)


async def wish(database: Database, case_id: int) -> Wish:
    async with database.unit() as unit:
        found = await unit.wishes.get(case_id)
    assert found is not None
    return found


async def test_of_many_who_claim_at_once_one_gets_it(database: Database) -> None:
    await listed(database, 1)
    got = await asyncio.gather(*(claims(database, 1, who) for who in range(10, 16)))
    assert sorted(got) == [False] * 5 + [True]
    async with database.unit() as unit:
        claim = await unit.claims.current(1)
        assert claim is not None and claim.claimer_id == 10 + got.index(True)
        again = await unit.claims.claim(1, 99, "", claim.until, 2)
        assert not again and await unit.claims.current(1) == claim
    assert (await wish(database, 1)).state is WishState.CLAIMED


async def test_nobody_has_more_than_they_may_and_one_given_back_makes_room(
    database: Database,
) -> None:
    await listed(database, 1, 2, 3)
    got = await asyncio.gather(*(claims(database, one, 10) for one in (1, 2, 3)))
    assert sorted(got) == [False, True, True]
    first = got.index(True) + 1
    left = got.index(False) + 1
    async with database.unit() as unit:
        await unit.claims.end(first)
        assert await unit.wishes.move(first, [WishState.CLAIMED], WishState.OPEN)
        assert not await unit.wishes.move(first, [WishState.CLAIMED], WishState.OPEN)
    assert await claims(database, left, 10)
    assert await claims(database, first, 11)
    async with database.unit() as unit:
        last = await unit.claims.last(first)
        assert last is not None and last.claimer_id == 11


async def test_what_is_undone_has_left_no_claim(database: Database) -> None:
    await listed(database, 1)
    try:
        async with database.unit() as unit:
            await unit.claims.claim(1, 10, "", unit.now + DAYS, 2)
            raise LookupError
    except LookupError:
        pass
    assert await claims(database, 1, 11)


async def test_claims_go_over_to_the_other_door_and_are_nobodys_when_forgotten(
    database: Database,
) -> None:
    await listed(database, 1, 2, 3)
    assert await claims(database, 1, 10)
    assert await claims(database, 2, 11)
    assert await claims(database, 3, 11)
    async with database.unit() as unit:
        await unit.claims.hand_over(10, 11)
        assert await unit.claims.count(11) == 3
        for case_id in (1, 2, 3):
            await unit.claims.end(case_id)
        await unit.claims.forget(11)
        last = await unit.claims.last(1)
        assert last is not None and last.claimer_id is None


async def test_the_list_has_the_nearest_first_then_who_waits_longest(
    database: Database,
) -> None:
    await listed(database, 1, 2, 3)
    async with database.unit() as unit:
        await unit.wishes.change(3, area="G05")
        await unit.wishes.change(1, published_at=unit.now + DAYS)
        found = await unit.wishes.listed({"G01", "G05"}, "G05", 5)
        assert [one.case_id for one in found] == [3, 2, 1]
        assert await unit.wishes.count({"G01"}) == 2
        beyond = await unit.wishes.listed({"G01", "G05"}, "G05", 5, 2)
        assert [one.case_id for one in beyond] == [1]


async def test_what_became_of_wishes_is_counted_by_where_and_when_they_were_filed(
    database: Database,
) -> None:
    async with database.unit() as unit:
        ids = [(await new_case(unit, Kind.WISH, area="G01")).id for _ in range(3)]
        await new_case(unit, Kind.WISH, area="G02")
        await new_case(unit, Kind.HAZARD, area="G01")
        day = unit.now.date()
    await listed(database, *ids[:2])
    assert await claims(database, ids[0], 10)
    async with database.unit() as unit:
        at = unit.now + timedelta(hours=36)
        known = [WishState.CLAIMED]
        await unit.wishes.move(ids[0], known, WishState.RECEIVED, received_at=at)
        figures, scope = unit.wish_figures, Scope(frozenset({"G01"}))
        found = await figures.between(UTC, day, day, scope)
        assert found == Wished(3, 2, 1, 1, 1.5)
        before = day - timedelta(days=1)
        nothing = await figures.between(UTC, before, before, scope)
        assert nothing == Wished(0, 0, 0, 0, None)
        mine = await unit.wishes.claimed_by(10)
        assert [one.case_id for one in mine] == [ids[0]]
        assert [one.case_id for one in await unit.wishes.of_wisher(1)] == []
