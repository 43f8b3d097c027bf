"""Who leaves is in no listing any more; two doors of one person have what both had."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import or_, select

from domain.matching.listing import ListingKind, ListingState
from storage.tables.matching import listings
from tests.handlers.matching.needing import at, matched, needs, newest, presses
from tests.handlers.matching.test_orders import load, orders, volunteers
from tests.house import Actor, TestHouse


async def leaves(who: Actor) -> None:
    await who.says("/forget")
    await who.presses("删掉")


async def left(house: TestHouse, person_id: int) -> list[int]:
    """Listings in which somebody still stands."""
    c = listings.c
    rows = select(c.id).where(or_(c.whose_id == person_id, c.keeper_id == person_id))
    async with house.database.unit() as unit:
        return list((await unit.query(rows)).scalars())


async def test_what_somebody_ordered_is_off_and_what_they_took_on_is_offered_again(
    house: TestHouse, tmp_path: Path
) -> None:
    volunteer = await volunteers(house)
    await load(house, tmp_path)
    order = await orders(house, house.rider)
    await presses(volunteer, order, "claim")
    house.coordinator.hears()
    taker = (await at(house, await newest(house, ListingKind.PROJECT))).keeper_id
    assert taker is not None
    await leaves(volunteer)
    assert await left(house, taker) == []
    assert any("有人点了" in text for text in house.coordinator.hears())
    assert (await at(house, order)).left == 1
    await presses(house.coordinator, order, "claim")
    rider = (await at(house, order)).whose_id
    assert rider is not None
    await leaves(house.rider)
    assert await left(house, rider) == []
    assert (await at(house, order)).state is ListingState.WITHDRAWN
    assert "不用办了" in house.coordinator.last.text


async def test_what_a_coordinator_kept_is_a_colleagues(house: TestHouse) -> None:
    need, _, project = await matched(house)
    other = await needs(house.coordinator, "要两名志愿者")
    await leaves(house.coordinator)
    for listing_id in (need, project, other):
        kept = await at(house, listing_id)
        assert kept.state is ListingState.OPEN
        assert kept.keeper_id == house.second_coordinator.person.id
    assert "现在由你接着管" in house.second_coordinator.last.text


async def test_who_ordered_by_one_door_and_took_it_on_by_another_has_not_taken_it(
    house: TestHouse, tmp_path: Path
) -> None:
    volunteer = await volunteers(house)
    await load(house, tmp_path)
    order = await orders(house, house.rider)
    await presses(volunteer, order, "claim")
    await volunteer.says("/link")
    code = re.search(r"<b>([A-Z0-9]{5}-[A-Z0-9]{5})</b>", volunteer.last.text)
    assert code is not None
    await house.rider.says(f"/link {code[1]}")
    assert (await at(house, order)).left == 1
    await presses(volunteer, order, "claim")
    assert (await at(house, order)).left == 1
    await presses(house.coordinator, order, "claim")
    assert (await at(house, order)).left == 0
