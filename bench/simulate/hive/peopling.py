"""Everybody of the hive is made: who looks after grids, who rides, who keeps a shop; and somebody
joins the staff later.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bench.simulate.agenda import Hand
from bench.simulate.hive import rooms, town
from bench.simulate.hive.people import Bee, Carer, Merchant
from bench.simulate.posts import Post
from bench.simulate.town import CHANNEL
from domain.messages import Address


def people(world: Any, posts: Iterable[Post]) -> None:
    _carers(world, posts)
    _bees(world)
    _shops(world)


def _carers(world: Any, posts: Iterable[Post]) -> None:
    calendar = world.setup.calendars[""]
    for post in (*posts, town.second_admin()):
        own = world.own(post.chat)
        carer = Carer(post, world.agenda, own, calendar, world.counts)
        world.carers[post.chat] = world.meets(carer, rooms.CARERS)


def _bees(world: Any) -> None:
    for number in range(1, world.size.hive + 1):
        chat = f"bee-{number}"
        bee = Bee(chat, number, world.agenda, world.own(chat), world.counts)
        world.bees.append(world.meets(bee, rooms.BEES))


def _shops(world: Any) -> None:
    for code in town.shops(world.database, world.scale.of(town.TIED)):
        hand = Hand(f"shop-{code}", code)
        shop = Merchant(hand, world.agenda, world.own(code), world.counts)
        world.shops[code] = world.meets(shop, rooms.SHOPS)


async def join_staff(world: Any, chat: str) -> None:
    """As an invitation would have made them."""
    post, address = world.carers[chat].post, Address(CHANNEL, chat)
    async with world.database.unit() as unit:
        await unit.people.load({address})
        person = unit.people.meet(address, post.name, "zh-CN")
        for grant in post.grants:
            await unit.staff.grant(person.id, grant)
