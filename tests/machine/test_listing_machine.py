"""Needs, resources, orders and projects, whoever presses what at the same moment, killed between
any two statements: nothing is given twice, nothing is lost, whoever offers confirms nothing.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from sqlalchemy import select

from domain.matching.listing import Listing, ListingKind, ListingState, next_moment
from domain.matching.rights import ListingAct
from domain.matching.terms import Terms
from domain.messages import Event, EventKind
from domain.points.ledger import Why
from domain.points.rates import Rates
from handlers.dialog.setup import Setup
from handlers.matching.routes import LISTENERS
from handlers.points.routes import SERVED
from storage.tables.house import timers
from tests.chance import examples
from tests.handlers.matching.needing import needs, offers
from tests.handlers.matching.test_orders import load, orders, volunteers
from tests.house import Actor, TestHouse
from tests.machine.mortal import dies, emptied
from tests.machine.test_wish_machine import said_to

WHO = ("rider", "second_rider", "stranger", "coordinator", "second_coordinator", "lead")
ACTS: dict[str, tuple[ListingAct, ...]] = {
    "need": (*[ListingAct.MATCH] * 9, ListingAct.KEEP, ListingAct.WITHDRAW),
    "order": (*[ListingAct.CLAIM] * 9, ListingAct.KEEP, ListingAct.WITHDRAW),
    "resource": (*[ListingAct.KEEP] * 8, ListingAct.WITHDRAW),
    "project": (
        *[ListingAct.CALL_OFF] * 2,
        ListingAct.FINISH,
        ListingAct.WITNESS,
        ListingAct.SHOW,
        *[ListingAct.HOURS] * 3,
        ListingAct.THANK,
    ),
}
"""What is pressed on which kind, the likelier the oftener."""

MOVES = 12
FIRST = 5
"""Chance begins here each day; at night it tries others too."""

RUNS = (ListingState.OPEN, ListingState.DONE)


class Press(NamedTuple):
    """`listing` and `act` are numbers modulo those that there are."""

    who: str
    listing: int
    act: int
    value: int


class Move(NamedTuple):
    """Presses that come at once; the process is killed before its `killed`-th statement (0: not),
    and the channel tells all of it again. Then `days` pass.
    """

    presses: list[Press]
    killed: int
    days: int


def move(chance: Random) -> Move:
    presses = [
        Press(
            chance.choice(WHO),
            chance.randrange(40),
            chance.randrange(100),
            chance.randint(1, 2),
        )
        for _ in range(chance.randint(2, 8))
    ]
    killed = chance.choice((0, 0, 0, 2, 4, 7, 12, 20))
    return Move(presses, killed, chance.choice((0, 0, 0, 0, 0, 1, 4, 8)))


async def every(house: TestHouse) -> dict[int, Listing]:
    async with house.database.unit() as unit:
        return {one.id: one for one in await unit.listings.everything()}


def event_of(house: TestHouse, actor: Actor, data: str) -> Event:
    number = next(house.events)
    return Event(
        f"l{number}",
        actor.address,
        actor.address,
        EventKind.PRESS,
        data=data,
        press_ref=f"p{number}",
        message_id="m0",
        name=actor.name,
        raw={"update": number},
    )


async def plays(house: TestHouse, made: Move) -> None:
    found = (await every(house)).values()
    known = [one for one in found if one.kind is not ListingKind.SERVICE]
    events, actors = [], []
    for press in made.presses:
        actor = getattr(house, press.who)
        listing = known[press.listing % len(known)]
        acts = ACTS["order" if listing.is_order else listing.kind.value]
        act = acts[press.act % len(acts)]
        value = press.value * 30 if act is ListingAct.HOURS else press.value
        data = f"li:{listing.id}:{act.value}:{value}"
        events.append(event_of(house, actor, data))
        actors.append(actor)
    if made.killed:
        await dies(house, made.killed, house.intake._in_one_unit(events))
    before = {who.chat: said_to(house, who) for who in actors}
    await house.take(*events)
    if not made.killed:
        heard = {who.chat: said_to(house, who) - before[who.chat] for who in actors}
        assert all(heard.values()), "somebody got no answer"
    if made.days:
        house.clock.now += timedelta(days=made.days)
        if made.killed:
            await dies(house, made.killed, house.ticks.tick("listing"))
        await house.tick()


async def holds(house: TestHouse) -> None:
    found = await every(house)
    async with house.database.unit() as unit:
        due = select(timers.c.subject).where(timers.c.kind == "listing")
        timed = set((await unit.query(due)).scalars())
        assert not await unit.arrivals.quarantined()
    projects = [one for one in found.values() if one.kind is ListingKind.PROJECT]
    going = [one for one in projects if one.state in RUNS]
    for one in found.values():
        if one.kind is ListingKind.PROJECT:
            _carried_by_another(one, found)
        else:
            assert one.capacity - one.left == _taken(one, going, found), one
        if one.kind is not ListingKind.SERVICE:
            assert (one.id in timed) == (next_moment(one) is not None), one
    await _hours_are_said_by_others(house, found)
    pairs = [(one.need_id, one.resource_id) for one in going if one.state is RUNS[0]]
    assert len(pairs) == len(set(pairs))


async def _hours_are_said_by_others(
    house: TestHouse, found: dict[int, Listing]
) -> None:
    """Of orders alone, once each, and by another than whoever carried it out; all sums to zero."""
    async with house.database.unit() as unit:
        booked = [one.transfer for one in await unit.points.everything()]
        balances = await unit.points.balances()
    assert sum(balances.values()) == 0
    said = [one for one in booked if one.why is Why.SERVED]
    projects = [found[int(one.key.rpartition(":")[2])] for one in said]
    assert len({one.id for one in projects}) == len(projects)
    for one, project in zip(said, projects, strict=True):
        need = found[project.need_id or 0]
        assert need.is_order
        assert project.state is ListingState.DONE
        assert one.person_id == project.keeper_id
        assert one.person_id != one.by


def _carried_by_another(project: Listing, found: dict[int, Listing]) -> None:
    """Whoever speaks for the resource, or ordered it, is not who confirmed or claimed it."""
    need, resource = found[project.need_id or 0], found[project.resource_id or 0]
    others = need.whose_id if need.is_order else resource.side
    assert project.keeper_id != others


def _taken(one: Listing, going: list[Listing], found: dict[int, Listing]) -> int:
    if one.kind is ListingKind.SERVICE:
        of_it = [order for order in found.values() if order.is_order]
        return sum(
            order.resource_id == one.id and order.state in RUNS for order in of_it
        )
    pair = [two for two in going if one.id in (two.need_id, two.resource_id)]
    return sum(two.capacity for two in pair)


async def lives(folder: Path, chance: Random, url: str = "") -> None:
    await emptied(url)
    setup = Setup(
        most_messages_a_minute=10**6,
        matching=Terms(),
        listeners=LISTENERS,
        points=Rates(),
        served=SERVED,
    )
    async with TestHouse(folder, url=url, setup=setup) as house:
        await offers(house.second_coordinator, "五名志愿者")
        await offers(house.coordinator, "三名志愿者")
        for words in ("要两名志愿者搬书", "三名志愿者巡逻", "一名志愿者"):
            await needs(house.coordinator, words)
        await volunteers(house)
        await load(house, folder)
        for who in (house.rider, house.stranger, house.rider):
            await orders(house, who)
        await holds(house)
        for _ in range(MOVES):
            await plays(house, move(chance))
            await holds(house)


@pytest.mark.parametrize("number", range(examples(1)))
async def test_nothing_is_given_twice_and_nothing_is_lost(
    tmp_path: Path, number: int
) -> None:
    await lives(tmp_path, Random(FIRST + number))
