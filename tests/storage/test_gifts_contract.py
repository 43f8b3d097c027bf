"""Gifts, on both databases: never more than there are, nobody twice, points held, spent or back."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from domain.gifts.gift import Gift
from domain.gifts.order import Order, OrderState
from domain.points.ledger import ISSUED, OPEN_BANK, Transfer, Why, moved, rider
from storage.database import Database
from storage.gifts.gifts import row_of
from storage.gifts.orders import Ordered
from storage.tables.gifts import gifts
from storage.unit import Unit
from tests.storage.killing import Killed, killed_before

GLOVES = Gift("GLOVES", "手套", 30, 2, 2)
HELMET = Gift("HELMET", "头盔", 50, 5, 5, area="S1")
DAYS = timedelta(days=14)
SEED = 44


async def loaded(database: Database, *given: Gift, points: int = 100) -> None:
    """These gifts, and so many points for each of the persons 1 to 6."""
    async with database.unit() as unit:
        assert await unit.gifts.replace(given) == []
        for person in range(1, 7):
            entries = moved(ISSUED, rider(person), points)
            paid = Transfer(f"paid:{person}", Why.SOLVED, entries, person)
            await unit.points.book(paid)


async def orders(unit: Unit, gift: Gift, person: int) -> tuple[Ordered, Order]:
    return await unit.gift_orders.order(gift, person, unit.now + DAYS)


async def left(database: Database, code: str = "GLOVES") -> int:
    async with database.unit() as unit:
        found = await unit.gifts.get(code)
    assert found is not None
    return found.left


async def test_an_order_holds_its_points_until_it_is_fetched_or_given_up(
    database: Database,
) -> None:
    await loaded(database, GLOVES, HELMET)
    async with database.unit() as unit:
        done, order = await orders(unit, GLOVES, 1)
        assert done is Ordered.DONE and len(order.code) == 6
        assert (await orders(unit, GLOVES, 1))[0] is Ordered.AGAIN
        assert (await orders(unit, HELMET, 1))[0] is Ordered.DONE
        other = (await orders(unit, GLOVES, 2))[1]
        assert (await orders(unit, GLOVES, 3))[0] is Ordered.GONE
        assert await unit.points.balance(rider(1)) == 20
        assert await unit.points.balance(f"held:{order.id}") == 30
        assert await unit.points.earned(1) == 100
        assert await unit.gift_orders.by_code(order.code) == order
    async with database.unit() as unit:
        assert await unit.gift_orders.hand(order, OPEN_BANK, 9)
        assert not await unit.gift_orders.hand(order, OPEN_BANK, 9)
        assert not await unit.gift_orders.give_up(order, OrderState.LAPSED, None)
        assert await unit.gift_orders.give_up(other, OrderState.LAPSED, None)
        assert not await unit.gift_orders.hand(other, OPEN_BANK, 9)
        assert await unit.points.balance(rider(2)) == 100
        assert await unit.points.balance(rider(1)) == 20
        assert await unit.points.balance(OPEN_BANK) == 30
        assert await unit.points.earned(2) == await unit.points.earned(1) == 100
        listed = await unit.gifts.listed({"S1"}, 9)
        assert [(one.code, one.left) for one in listed] == [
            ("GLOVES", 1),
            ("HELMET", 4),
        ]
        assert await unit.gifts.count(set()) == 1
        ended = await unit.gift_orders.get(order.id)
        assert ended and (ended.state, ended.by) == (OrderState.HANDED, 9)
        lines = await unit.points.lines(1, 3)
        assert [one.transfer.amount for one in lines] == [-50, -30, 100]


async def test_what_cannot_be_paid_for_leaves_no_trace(database: Database) -> None:
    await loaded(database, GLOVES, points=29)
    async with database.unit() as unit:
        done, order = await orders(unit, GLOVES, 1)
        assert done is Ordered.DRY
        assert await unit.gift_orders.get(order.id) is None
        assert await unit.points.balance(rider(1)) == 29
    assert await left(database) == 2
    with pytest.raises(IntegrityError):
        async with database.unit() as unit:
            below = row_of(GLOVES) | {"code": "X", "left": -1}
            await unit.query(insert(gifts), below)


async def test_figures_that_somebody_has_are_drawn_again(database: Database) -> None:
    await loaded(database, GLOVES)
    drawn: Iterator[str] = iter(("000007", "000007", "000008"))
    async with database.unit() as unit:
        for person in (1, 2):
            done, order = await unit.gift_orders.order(
                GLOVES, person, unit.now + DAYS, lambda: next(drawn)
            )
            assert done is Ordered.DONE
        assert order.code == "000008"


async def test_loading_again_counts_what_is_ordered(database: Database) -> None:
    await loaded(database, GLOVES, HELMET)
    async with database.unit() as unit:
        for person in (1, 2):
            await orders(unit, GLOVES, person)
    more = Gift("GLOVES", "厚手套", 25, 5, 5)
    async with database.unit() as unit:
        assert await unit.gifts.replace([GLOVES]) == []
    assert await left(database) == 0
    async with database.unit() as unit:
        assert unit.directory.gifts == {"GLOVES"}
        assert (await orders(unit, HELMET, 3))[0] is Ordered.GONE
        assert await unit.gifts.replace([more]) == []
        # who has read the old price does not pay the new one unasked
        assert (await orders(unit, GLOVES, 3))[0] is Ordered.GONE
        assert await unit.gifts.replace([Gift("GLOVES", "手套", 30, 1, 1)]) == [
            "GLOVES"
        ]
    assert await left(database) == 3
    async with database.unit() as unit:
        assert not await unit.gifts.supply("GLOVES", -4)
        assert await unit.gifts.supply("GLOVES", -3)
        assert await unit.gifts.supply("GLOVES", 2)
        found = await unit.gifts.get("GLOVES")
        assert found and (found.supplied, found.left) == (4, 2)


async def test_who_leaves_or_comes_by_a_second_door(database: Database) -> None:
    await loaded(database, GLOVES, HELMET)
    async with database.unit() as unit:
        for gift, person in ((GLOVES, 1), (GLOVES, 2), (HELMET, 1)):
            assert (await orders(unit, gift, person))[0] is Ordered.DONE
        await unit.gift_orders.hand_over(1, 2)
        await unit.points_leaving.join(1, 2)
        # of the gloves that both had ordered one pair is back
        assert [one.gift for one in await unit.gift_orders.open_of(2)] == [
            "GLOVES",
            "HELMET",
        ]
        assert await unit.points.earned(2) == 200
        assert await unit.points.balance(rider(2)) == 120
        await unit.gift_orders.forget(2)
        assert await unit.points.balance(rider(2)) == 200
        assert await unit.points.earned(2) == 200
    assert (await left(database), await left(database, "HELMET")) == (2, 5)


async def test_many_at_once_never_get_more_than_there_are(database: Database) -> None:
    """Six people order, fetch and give up all at once; the process is killed between statements."""
    chance = Random(SEED)
    stock = Gift("GLOVES", "手套", 30, 4, 4)
    await loaded(database, stock, HELMET)

    killed: list[int] = []

    async def actor(person: int) -> None:
        for _ in range(4):
            gift = chance.choice((stock, HELMET))
            try:
                async with database.unit() as unit:
                    if chance.random() < 0.4:
                        killed_before(unit, chance.randrange(1, 20))
                    _, order = await orders(unit, gift, person)
                    await asyncio.sleep(0)
                    ends = chance.random()
                    if ends < 0.5:
                        await unit.gift_orders.give_up(order, OrderState.LAPSED, None)
                    elif ends < 0.7:
                        await unit.gift_orders.hand(order, OPEN_BANK, 9)
            except Killed:
                killed.append(person)

    await asyncio.gather(*map(actor, range(1, 7)))
    async with database.unit() as unit:
        balances = await unit.points.balances()
        out, handed = 0, balances.get(OPEN_BANK, 0)
        for person in range(1, 7):
            waiting = await unit.gift_orders.open_of(person)
            assert len({one.gift for one in waiting}) == len(waiting)
            out += sum(one.points for one in waiting)
        worth = sum(
            one.points * (one.supplied - one.left)
            for one in await unit.gifts.listed({"S1"}, 9)
        )
    assert all(one >= 0 for name, one in balances.items() if name != ISSUED)
    assert sum(one for name, one in balances.items() if name.startswith("held")) == out
    assert worth == out + handed > 0
    assert killed
