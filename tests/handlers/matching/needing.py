"""Needs and resources as coordinators file them, and presses by their data."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.matching.listing import Listing, ListingKind
from domain.messages import EventKind
from tests.house import Actor, TestHouse

NEED = "三位独居老人要上门理发"
RESOURCE = "理发店义剪10人"


async def presses(who: Actor, listing_id: int, act: str, value: str = "") -> None:
    """Sends the press's data, as anybody could, shown or not."""
    ref = f"p{next(who.house.events)}"
    data = f"li:{listing_id}:{act}" + (f":{value}" if value else "")
    await who.does(kind=EventKind.PRESS, data=data, press_ref=ref, message_id="m0")


async def at(house: TestHouse, listing_id: int) -> Listing:
    async with house.database.unit() as unit:
        found = await unit.listings.get(listing_id)
    assert found is not None
    return found


async def every(house: TestHouse) -> list[Listing]:
    async with house.database.unit() as unit:
        return await unit.listings.everything()


async def newest(house: TestHouse, kind: ListingKind) -> int:
    async with house.database.unit() as unit:
        return max(one.id for one in await unit.listings.open_all(kind))


async def needs(who: Actor, words: str = NEED) -> int:
    await who.says(f"/needs {words}")
    await who.presses("放上清单")
    return await newest(who.house, ListingKind.NEED)


async def offers(who: Actor, words: str = RESOURCE) -> int:
    await who.says(f"/resources {words}")
    await who.presses("放上清单")
    return await newest(who.house, ListingKind.RESOURCE)


Look = Callable[[TestHouse, int, str], Awaitable[None]]


async def no_look(house: TestHouse, listing_id: int, what: str) -> None:
    """Nobody looks."""


async def matched(house: TestHouse, look: Look = no_look) -> tuple[int, int, int]:
    """A need of one coordinator, a resource of the other, and their project. Before it is one
    `look` sees both.
    """
    resource = await offers(house.second_coordinator)
    need = await needs(house.coordinator)
    await look(house, need, "need")
    await look(house, resource, "resource")
    await presses(house.coordinator, need, "match", str(resource))
    return need, resource, await newest(house, ListingKind.PROJECT)
