"""Cheats with hours of service: rows of the fraud table (`test_frauds.py`)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

from domain.matching.listing import Listing, ListingKind, ListingState
from tests.handlers.matching.needing import newest, presses
from tests.handlers.points.test_leaving import CODE
from tests.house import Actor, TestHouse

Begins = Callable[[TestHouse], Awaitable[None]]
HOUR, MINUTES = timedelta(hours=1), timedelta(minutes=2)
VOLUNTEER = 7
"""The number of the volunteer's card."""

PAID = {"bank:": -10, f"rider:{VOLUNTEER}": 10}


async def menu(house: TestHouse) -> int:
    """Something that can be ordered in G01, and a volunteer who serves there."""
    await house.joins(house.second_rider, "coordinator", "G01", "volunteer")
    now = house.clock.now
    async with house.database.unit() as unit:
        made = await unit.listings.add(
            Listing(
                id=0,
                kind=ListingKind.SERVICE,
                state=ListingState.OPEN,
                words="上门理发",
                category="care",
                areas=("G01",),
                times="any",
                capacity=9,
                left=9,
                since=now,
                until=now + timedelta(days=60),
            )
        )
    assert made is not None
    return made.id


async def ordered(house: TestHouse, service: int, by: Actor, lasts: timedelta) -> None:
    """By the rider, carried out in so long, and done as the rider says."""
    await presses(house.rider, service, "order", "G01")
    await house.rider.presses("不用写")
    await presses(by, await newest(house, ListingKind.NEED), "claim")
    house.clock.now += lasts
    await presses(house.rider, await newest(house, ListingKind.PROJECT), "finish")


def order(lasts: timedelta, staff: bool = False) -> Begins:
    async def begins(house: TestHouse) -> None:
        by = house.coordinator if staff else house.second_rider
        await ordered(house, await menu(house), by, lasts)

    return begins


async def paid(house: TestHouse) -> int:
    service = await menu(house)
    await ordered(house, service, house.second_rider, HOUR)
    await house.rider.presses("1 小时")
    return service


async def paid_once(house: TestHouse) -> None:
    await paid(house)


async def paid_and_done_again(house: TestHouse) -> None:
    await ordered(house, await paid(house), house.second_rider, HOUR)


async def late(house: TestHouse) -> None:
    await order(HOUR)(house)
    house.clock.now += timedelta(days=15)


def says(
    minutes: int, by: Callable[[TestHouse], Actor]
) -> Callable[..., Awaitable[str]]:
    """The hours of the newest project; what they read."""

    async def tries(house: TestHouse) -> str:
        async with house.database.unit() as unit:
            made = await unit.listings.everything()
        who = by(house)
        await presses(who, made[-1].id, "hours", str(minutes))
        return f"{who.last.text}\n{who.toast}"

    return tries


async def link(house: TestHouse) -> str:
    """Who ordered it and who carried it out are one person with two doors."""
    await house.rider.says("/link")
    found = CODE.search(house.rider.last.text)
    assert found is not None
    await house.second_rider.says(f"/link {found[1]}")
    await house.rider.says("我的蜜值")
    return house.rider.last.text
