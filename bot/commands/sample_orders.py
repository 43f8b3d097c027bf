"""The demo's orders from the menu: taken on by riders who are members, most of them done."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.matching.listing import Listing, ListingKind, ListingState
from domain.matching.terms import Terms
from domain.people import Person
from handlers.dialog.scene import Scene
from handlers.matching.drafting import NEW
from handlers.matching.plans import plan

CLAIMED = 97
"""雨山 (facts of the places): so many services were claimed by volunteers."""
RUNNING = 9
"""Every so manieth of them is not done yet."""


async def orders(scene: Scene, riders: list[Person]) -> None:
    """Each is of another service, by another rider, taken on by the one after."""
    unit = scene.unit
    services = await unit.listings.open_all(ListingKind.SERVICE)
    step = max(len(services) // CLAIMED, 1)
    for number, service in enumerate(services[::step][:CLAIMED]):
        orderer, server = riders[2 * number], riders[2 * number + 1]
        await _order(scene, service, orderer, server, number % RUNNING == 0)


async def _order(
    scene: Scene,
    service: Listing,
    orderer: Person,
    server: Person,
    runs: bool,
) -> None:
    unit = scene.unit
    until = _until(scene)
    await unit.listings.take(service.id, 1)
    state = ListingState.OPEN if runs else ListingState.DONE
    need = await unit.listings.add(
        Listing(
            id=NEW,
            kind=ListingKind.NEED,
            state=state,
            words=service.words,
            category=service.category,
            areas=service.areas[:1],
            times="",
            capacity=1,
            left=0,
            since=unit.now,
            until=until,
            # whose an order was that is over need nobody know
            whose_id=orderer.id if runs else None,
            resource_id=service.id,
            code=f"order:{orderer.id}:1" if runs else "",
        ),
    )
    if need is None:
        raise ValueError(f"service {service.id} was ordered already")
    await _project(scene, need, server, state)


async def _project(
    scene: Scene,
    need: Listing,
    server: Person,
    state: ListingState,
) -> None:
    made = await scene.unit.listings.add(
        Listing(
            id=NEW,
            kind=ListingKind.PROJECT,
            state=state,
            words=need.words,
            category=need.category,
            areas=need.areas,
            times=need.times,
            capacity=1,
            left=0,
            since=need.since,
            until=need.until,
            keeper_id=server.id,
            need_id=need.id,
            resource_id=need.resource_id,
        ),
    )
    if made is not None and state is ListingState.OPEN:
        await plan(scene, need.id)
        await plan(scene, made.id)


def _until(scene: Scene) -> datetime:
    terms = scene.setup.matching or Terms()
    return scene.unit.now + timedelta(days=terms.order_days)
