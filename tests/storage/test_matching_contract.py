"""What is left of a listing never falls below zero, and a pair has one project that runs, however
many press at once.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from domain.matching.listing import Listing, ListingKind, ListingState
from storage.database import Database
from storage.tables.matching import listings
from tests.domain.needing import NEED, RESOURCE, listing


async def listed(database: Database, *made: Listing) -> list[int]:
    found = []
    async with database.unit() as unit:
        for one in made:
            added = await unit.listings.add(one)
            assert added is not None
            found.append(added.id)
    return found


async def takes(database: Database, listing_id: int, many: int) -> bool:
    async with database.unit() as unit:
        return await unit.listings.take(listing_id, many)


async def test_of_many_who_take_at_once_only_so_many_get_it(database: Database) -> None:
    (number,) = await listed(database, listing(RESOURCE, capacity=7))
    got = await asyncio.gather(*(takes(database, number, 2) for _ in range(6)))
    assert sorted(got) == [False] * 3 + [True] * 3
    assert await takes(database, number, 1) and not await takes(database, number, 1)
    async with database.unit() as unit:
        await unit.listings.give_back(number, 5)
        kept = await unit.listings.get(number)
        assert kept is not None and (kept.left, kept.free) == (5, True)
        await unit.listings.give_back(number, 5)
        kept = await unit.listings.get(number)
        assert kept is not None and kept.left == 5
        assert await unit.listings.move(number, ListingState.OPEN, ListingState.ENDED)
        assert not await unit.listings.move(
            number, ListingState.OPEN, ListingState.DONE
        )
    assert not await takes(database, number, 1)


async def test_the_counter_itself_refuses_what_is_not_there(database: Database) -> None:
    (number,) = await listed(database, listing(RESOURCE))
    with pytest.raises(IntegrityError):
        async with database.unit() as unit:
            await unit.listings.change(number, left=-1)
    async with database.unit() as unit:
        kept = await unit.listings.get(number)
    assert kept is not None and kept.left == 1


async def test_a_pair_has_one_project_that_runs(database: Database) -> None:
    need, resource, other = await listed(
        database, listing(NEED), listing(RESOURCE), listing(RESOURCE)
    )
    pair = listing(ListingKind.PROJECT, need_id=need, resource_id=resource)

    async def made(one: Listing) -> int:
        async with database.unit() as unit:
            added = await unit.listings.add(one)
        return added.id if added is not None else 0

    got = await asyncio.gather(*(made(pair) for _ in range(4)))
    assert len([one for one in got if one]) == 1
    assert await made(replace(pair, resource_id=other))
    async with database.unit() as unit:
        running = await unit.listings.projects_with(need)
        assert {one.resource_id for one in running} == {resource, other}
        await unit.listings.move(max(got), ListingState.OPEN, ListingState.DONE)
    assert await made(pair)
    with pytest.raises(IntegrityError):
        async with database.unit() as unit:
            row = {"id": 999, "areas": [], "filed_at": unit.now}
            same = {name: getattr(pair, name) for name in FIELDS}
            await unit.query(insert(listings), same | row)


FIELDS = [name for name in Listing.__dataclass_fields__ if name not in ("id", "areas")]


async def test_lists_know_what_is_open_of_a_kind_and_field(database: Database) -> None:
    _, second, _, _ = await listed(
        database,
        listing(NEED, words="later"),
        listing(NEED, words="sooner", until=listing().since, whose_id=5),
        listing(NEED, words="law", category="law", keeper_id=5),
        listing(NEED, words="a draft", state=ListingState.DRAFT, case_id=7),
    )
    async with database.unit() as unit:
        found = await unit.listings.open_of(NEED, "care")
        assert [one.words for one in found] == ["sooner", "later"]
        every = await unit.listings.open_all(NEED)
        assert [one.words for one in every] == ["sooner", "later", "law"]
        mine = await unit.listings.of_person(5)
        assert [one.words for one in mine] == ["sooner", "law"]
        assert [one.words for one in await unit.listings.of_case(7)] == ["a draft"]
        await unit.listings.take(second, 1)
        assert [one.words for one in await unit.listings.open_of(NEED, "care")] == [
            "later"
        ]
