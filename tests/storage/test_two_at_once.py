"""Two Units that run at once, as in a take-over before the fence: on PostgreSQL the second waits at
the first one's row and then decides by what is there. SQLite lets one write at a time.

A rule that is looked at before the write, and not by the write, lets both through here.
"""

from __future__ import annotations

import asyncio
import itertools
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from sqlalchemy import text

from domain.coupons.coupon import How
from domain.coupons.offer import Merchant, Offer
from domain.gifts.gift import Gift
from domain.gifts.order import OrderState
from domain.matching.listing import Listing, ListingKind, ListingState
from domain.points import by_hand
from domain.points.ledger import ISSUED, OPEN_BANK, Transfer, Why, back, moved, rider
from domain.wishes.wish import WishState
from storage.database import Database
from storage.unit import Unit
from tests.house import Clock, already_migrated
from tests.postgres_server import empty

A_WEEK = timedelta(days=7)
TODAY = date(2026, 11, 23)
OFFER = Offer("M1-1", "M1", "柠檬水", 2, 1, 1)
PAIR = Offer("M1-2", "M1", "加面", 1)
GIFT = Gift("CUP", "杯子", 10, 1, 1)
PLENTY = Gift("PEN", "笔", 1, 99, 99)
PAID = Transfer("case:1", Why.SOLVED, moved(ISSUED, rider(1), 10), 1, 1)
AWARD = by_hand.award("hand:1", 0, OPEN_BANK, 1, 5)
WAITING = (
    "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' "
    "AND datname = current_database()"
)
Act = Callable[[Unit], Awaitable[Any]]


class Row(NamedTuple):
    """What two do at once, and what each of them hears. Where the first is undone, the second
    hears what the first had.
    """

    one: Act
    other: Act
    hear: tuple[str, str]


async def spends(unit: Unit, key: str) -> Any:
    return await unit.points.book(
        Transfer(key, Why.CLOSED, moved(rider(1), "held:9", 10))
    )


async def settles(unit: Unit, yes: bool) -> Any:
    no = by_hand.refused(AWARD, 1, 3, "no")
    return await unit.points.book(by_hand.confirmed(AWARD, 1, 2) if yes else no)


async def orders(unit: Unit, gift: Gift, person: int) -> Any:
    return (await unit.gift_orders.order(gift, person, unit.now + A_WEEK))[0]


async def hands(unit: Unit, by: int) -> Any:
    order = (await unit.gift_orders.open_of(4))[0]
    return await unit.gift_orders.hand(order, OPEN_BANK, by)


async def gives_up(unit: Unit) -> Any:
    order = (await unit.gift_orders.open_of(4))[0]
    return await unit.gift_orders.give_up(order, OrderState.CANCELLED, 4)


async def takes(unit: Unit, offer: Offer, person: int) -> Any:
    return (await unit.coupons.take(offer, person, TODAY, unit.now + A_WEEK))[0]


async def uses(unit: Unit, how: How) -> Any:
    return await unit.coupons.use((await unit.coupons.open_of(4))[0], how)


async def claims(unit: Unit, wish: int, person: int) -> Any:
    return await unit.claims.claim(wish, person, "", unit.now + A_WEEK, 1)


async def moves(unit: Unit, to: WishState) -> Any:
    return await unit.wishes.move(1, [WishState.OPEN], to)


async def takes_share(unit: Unit) -> Any:
    (order,) = await unit.listings.open_all(ListingKind.NEED)
    return await unit.listings.take(order.id, 1)


async def orders_service(unit: Unit) -> Any:
    return await unit.listings.add(listing(unit, "order:1:1")) is not None


def listing(unit: Unit, code: str = "", left: int = 1) -> Listing:
    return Listing(
        id=0,
        kind=ListingKind.NEED,
        state=ListingState.OPEN,
        words="理发",
        category="safety",
        areas=("G01",),
        times="",
        capacity=1,
        left=left,
        since=unit.now,
        until=unit.now + A_WEEK,
        resource_id=9,
        code=code,
    )


ROWS: dict[str, Row] = {
    "a case is paid": Row(
        lambda u: u.points.book(PAID),
        lambda u: u.points.book(PAID),
        ("booked", "again"),
    ),
    "the last points": Row(
        lambda u: spends(u, "a"),
        lambda u: spends(u, "b"),
        ("booked", "dry"),
    ),
    "points by hand": Row(
        lambda u: settles(u, True),
        lambda u: settles(u, False),
        ("booked", "again"),
    ),
    "a transfer is taken back": Row(
        lambda u: u.points.book(back(AWARD, 2)),
        lambda u: u.points.book(back(AWARD, 3)),
        ("booked", "again"),
    ),
    "the last gift": Row(
        lambda u: orders(u, GIFT, 2),
        lambda u: orders(u, GIFT, 3),
        ("done", "gone"),
    ),
    "one open a person": Row(
        lambda u: orders(u, PLENTY, 2),
        lambda u: orders(u, PLENTY, 2),
        ("done", "again"),
    ),
    "a gift is handed over": Row(
        lambda u: hands(u, 8),
        lambda u: hands(u, 9),
        ("True", "False"),
    ),
    "handed over and given up": Row(
        lambda u: hands(u, 8),
        gives_up,
        ("True", "False"),
    ),
    "the last coupon": Row(
        lambda u: takes(u, OFFER, 2),
        lambda u: takes(u, OFFER, 3),
        ("done", "gone"),
    ),
    "one a day": Row(
        lambda u: takes(u, PAIR, 2),
        lambda u: takes(u, PAIR, 2),
        ("done", "again"),
    ),
    "a coupon is used": Row(
        lambda u: uses(u, How.CODE),
        lambda u: uses(u, How.PRESS),
        ("True", "False"),
    ),
    "a wish is claimed": Row(
        lambda u: claims(u, 1, 2),
        lambda u: claims(u, 1, 3),
        ("True", "False"),
    ),
    "one claim a person": Row(
        lambda u: claims(u, 1, 2),
        lambda u: claims(u, 2, 2),
        ("True", "False"),
    ),
    "a wish moves": Row(
        lambda u: moves(u, WishState.CLAIMED),
        lambda u: moves(u, WishState.EXPIRED),
        ("True", "False"),
    ),
    "an order is taken on": Row(takes_share, takes_share, ("True", "False")),
    "an order has a place": Row(orders_service, orders_service, ("True", "False")),
}


@pytest.fixture
async def both(postgres_copy: str) -> AsyncIterator[tuple[Database, Database]]:
    """Two on one database; the numbers that they give are apart."""
    clock = Clock()
    one, other = Database(postgres_copy, clock), Database(postgres_copy, clock)
    with already_migrated():
        await empty(one)
        await one.start()
        await other.start()
    other.memory.ids = defaultdict(lambda: itertools.count(1000))
    yield one, other
    await other.close()
    await one.close()


async def begins(database: Database) -> None:
    """Everything of which there is one, as it is before."""
    async with database.unit() as unit:
        await unit.gifts.replace([GIFT, PLENTY])
        shop = Merchant("M1", "奶茶店")
        await unit.merchant_offers.replace([(shop, OFFER), (shop, PAIR)])
        for person in (2, 3, 4):
            entries = moved(ISSUED, rider(person), 20)
            await unit.points.book(Transfer(f"had:{person}", Why.SOLVED, entries))
        await unit.points.book(Transfer("had", Why.SOLVED, moved(ISSUED, rider(1), 10)))
        await unit.points.book(AWARD)
        await unit.gift_orders.order(PLENTY, 4, unit.now + A_WEEK)
        await unit.coupons.take(PAIR, 4, TODAY, unit.now + A_WEEK)
        await unit.wishes.screened(1, "G01", "手套", 5)
        await unit.wishes.move(1, [WishState.ASKED], WishState.OPEN)
        assert await unit.listings.add(listing(unit)) is not None


async def at_once(
    one: Database, other: Database, row: Row, undone: bool
) -> tuple[str, str]:
    """The first one's transaction stays open until the second has done it too, or waits."""
    acted, done = asyncio.Event(), asyncio.Event()

    async def second() -> str:
        await acted.wait()
        async with other.unit() as unit:
            heard = str(await row.other(unit))
            done.set()
        return heard

    running = asyncio.create_task(second())
    heard = ""
    with suppress(InterruptedError):
        async with one.unit() as unit:
            heard = str(await row.one(unit))
            await unit.flush()
            acted.set()
            async with other.engine.connect() as looks:
                while not (done.is_set() or running.done()):
                    if (await looks.execute(text(WAITING))).scalar():
                        break
                    await looks.rollback()  # or it would see the same once more
            if undone:
                raise InterruptedError
    return heard, await running


@pytest.mark.parametrize("undone", [False, True], ids=["both end", "one is undone"])
async def test_of_two_at_once_one_has_it(
    both: tuple[Database, Database], undone: bool
) -> None:
    one, other = both
    for name, row in ROWS.items():
        for database in both:
            # who is emptied sends all others away
            await database.engine.dispose()
            await database._readers.dispose()
        await empty(one)
        await begins(one)
        first, second = row.hear
        heard = await at_once(one, other, row, undone)
        assert heard == (first, first if undone else second), name
        async with one.unit() as unit:
            assert sum((await unit.points.balances()).values()) == 0, name
