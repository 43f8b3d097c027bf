"""Coupons, on both databases: so many a person and day, never more than there are, used once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from datetime import date, timedelta
from random import Random

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from domain.coupons.coupon import Coupon, How
from domain.coupons.offer import Merchant, Offer
from domain.stations.hours import ALL_DAY, Hours
from storage.coupons.coupons import Taken
from storage.coupons.offer_rows import row_of
from storage.database import Database
from storage.figures.couponed import Couponed
from storage.tables.coupons import coupon_offers
from storage.unit import Unit
from tests.house import Clock
from tests.storage.killing import Killed, killed_before

TEA = Merchant("M1", "桂花路奶茶店", "G01", "桂花路 8 号")
SHOP = Merchant("M2", "万福超市")
HOURS = Hours((ALL_DAY,) * 7)
DRINK = Offer("M1-1", "M1", "柠檬水一杯", 1, 3, 3, HOURS, date(2026, 12, 31))
CAKE = Offer("M1-2", "M1", "蛋糕八折", 2)
WATER = Offer("M2-1", "M2", "矿泉水一瓶")
TODAY = date(2026, 11, 23)
LISTED = [(TEA, DRINK), (TEA, CAKE), (SHOP, WATER)]
SEED = 44


async def loaded(database: Database) -> None:
    async with database.unit() as unit:
        kept, wrong = await unit.merchant_offers.replace(LISTED)
    assert wrong == [] and [one.id for one in kept] == [1, 2, 3]


async def takes(
    unit: Unit, offer: Offer, person: int, day: date = TODAY
) -> tuple[Taken, Coupon | None]:
    until = unit.now + timedelta(hours=8)
    return await unit.coupons.take(offer, person, day, until)


async def had(made: Awaitable[tuple[Taken, Coupon | None]]) -> Coupon:
    done, coupon = await made
    assert done is Taken.DONE and coupon is not None
    return coupon


async def left(database: Database, code: str = "M1-1") -> int | None:
    async with database.unit() as unit:
        found = await unit.merchant_offers.get(code)
    assert found is not None
    return found.left


async def test_so_many_a_day_each_used_once_and_back_when_it_lapses(
    database: Database,
) -> None:
    await loaded(database)
    async with database.unit() as unit:
        coupons = unit.coupons
        first = await had(takes(unit, DRINK, 1))
        assert (await takes(unit, DRINK, 1))[0] is Taken.AGAIN
        second = await had(takes(unit, DRINK, 1, date(2026, 11, 24)))
        await had(takes(unit, DRINK, 2))
        assert (await takes(unit, DRINK, 3))[0] is Taken.GONE
        for _ in range(2):
            await had(takes(unit, CAKE, 1))
        assert (await takes(unit, CAKE, 1))[0] is Taken.AGAIN
        assert await coupons.use(first, How.CODE)
        assert not await coupons.use(first, How.PRESS)
        assert not await coupons.lapse(first)
        assert await coupons.lapse(second)
        assert not await coupons.lapse(second)
        assert not await coupons.use(second, How.PRESS)
        assert await had(takes(unit, DRINK, 3))
        late = Coupon(99, "M1-1", "M1", 4, first.state, first.at, unit.now)
        assert not await coupons.use(late, How.CODE)
        there = await coupons.at(["M1"])
        assert first.id in [one.id for one in there] and len(there) == 5
        assert await coupons.at(["M2"]) == []
    assert (await left(database), await left(database, "M1-2")) == (0, None)
    with pytest.raises(IntegrityError):
        async with database.unit() as unit:
            below = row_of(DRINK) | {"id": 9, "code": "X", "left": -1}
            await unit.query(insert(coupon_offers), below)


async def test_the_month_counts_offers_and_no_persons(database: Database) -> None:
    await loaded(database)
    async with database.unit() as unit:
        used = await had(takes(unit, DRINK, 1))
        await unit.coupons.use(used, How.PRESS)
        gone = await had(takes(unit, DRINK, 2))
        await unit.coupons.lapse(gone)
        await had(takes(unit, WATER, 1))
        await had(takes(unit, WATER, 1, date(2026, 12, 1)))
        await unit.coupons.nobodys(used)
    async with database.unit() as unit:
        figures, last = unit.coupon_figures, date(2026, 11, 30)
        month = await figures.between(date(2026, 11, 1), last)
        drink = Couponed("M1", "桂花路奶茶店", "M1-1", "柠檬水一杯", 2, 1, 1, 1)
        water = Couponed("M2", "万福超市", "M2-1", "矿泉水一瓶", 1, 0, 0, 0)
        assert month == [drink, water]
        assert await figures.between(date(2026, 11, 1), last, "M2") == [water]
        found = await unit.coupons.get(used.id)
        assert found and (found.person_id, found.how) == (None, How.PRESS)


async def test_loading_again_counts_what_is_taken(database: Database) -> None:
    await loaded(database)
    async with database.unit() as unit:
        for person in (1, 2):
            await had(takes(unit, DRINK, person))
        await had(takes(unit, CAKE, 1))
        assert await unit.merchant_offers.pause("M2-1", TODAY)
        assert not await unit.merchant_offers.pause("M2-1", TODAY)
        assert (await takes(unit, WATER, 1))[0] is Taken.GONE
        assert await unit.merchant_offers.pause("M2-1", None)
        await had(takes(unit, WATER, 1))
    short = Offer("M1-1", "M1", "柠檬水一杯", 1, 1, 1)
    counted = Offer("M1-2", "M1", "蛋糕七折", 2, 5, 5)
    async with database.unit() as unit:
        kept, wrong = await unit.merchant_offers.replace([(TEA, short), (TEA, counted)])
        assert wrong == ["M1-1"] and [one.id for one in kept] == [2]
    assert (await left(database), await left(database, "M1-2")) == (1, 4)
    async with database.unit() as unit:
        assert unit.directory.merchants == {"M1"}
        assert (await takes(unit, WATER, 2))[0] is Taken.GONE
        around = await unit.merchant_offers.around({"G01"})
        assert [(merchant, offer.code) for merchant, offer in around] == [(TEA, "M1-2")]
        assert await unit.merchant_offers.around({"G02"}) == []
        assert await unit.merchant_offers.named("奶茶", 5) == [TEA]
        assert await unit.merchant_offers.named("m1", 5) == [TEA]
        assert await unit.merchant_offers.named("%", 5) == []
        await unit.merchant_offers.end("M1-2", date(2026, 11, 22))
        assert (await takes(unit, counted, 3))[0] is Taken.GONE
        offer = await unit.merchant_offers.numbered(1)
        assert offer and (offer.hours, offer.until) == (HOURS, DRINK.until)


async def test_an_invitation_ties_one_chat_and_falls_with_its_shop(
    database: Database, clock: Clock
) -> None:
    await loaded(database)
    async with database.unit() as unit:
        keepers = unit.merchant_keepers
        token, other = [await keepers.invite("M1", 7) for _ in range(2)]
        assert await keepers.invitation(token) == ("M1", 7)
        assert await keepers.redeem(token, "M1", 1)
        assert not await keepers.redeem(token, "M1", 2)
        assert await keepers.invitation(token) is None
        await keepers.hand_over(1, 2)
        assert (await keepers.kept_by(1), await keepers.kept_by(2)) == ([], ["M1"])
        assert await keepers.of("M1") == [2]
        assert await keepers.untie("M1") == 1
        assert await keepers.invitation(other) is None
        late = await keepers.invite("M1", 7)
    clock.now += timedelta(days=8)
    async with database.unit() as unit:
        assert await unit.merchant_keepers.invitation(late) is None


async def test_who_leaves_or_comes_by_a_second_door(database: Database) -> None:
    await loaded(database)
    async with database.unit() as unit:
        for person in (1, 2):
            await had(takes(unit, DRINK, person))
        await unit.coupons.hand_over(1, 2)
        assert len(await unit.coupons.open_of(2)) == 2
        assert await unit.coupons.open_of(1) == []
        await unit.coupons.forget(2)
        assert await unit.coupons.open_of(2) == []
    assert await left(database) == 3


async def test_many_at_once_never_take_more_than_there_are(database: Database) -> None:
    """Six riders take, use and let lapse all at once; the process is killed between statements."""
    chance = Random(SEED)
    await loaded(database)
    used: list[int] = []

    killed: list[int] = []

    async def actor(person: int) -> None:
        for _ in range(4):
            day = TODAY + timedelta(days=chance.randrange(3))
            try:
                async with database.unit() as unit:
                    if chance.random() < 0.4:
                        killed_before(unit, chance.randrange(1, 8))
                    offer = chance.choice((DRINK, CAKE))
                    _, coupon = await takes(unit, offer, person, day)
                    await asyncio.sleep(0)
                    ends, mine = chance.random(), False
                    if coupon and ends < 0.4:
                        await unit.coupons.lapse(coupon)
                    elif coupon and ends < 0.7:
                        mine = await unit.coupons.use(coupon, How.CODE)
                if coupon and mine:
                    used.append(coupon.id)
            except Killed:
                killed.append(person)

    await asyncio.gather(*map(actor, range(1, 7)))
    async with database.unit() as unit:
        month = await unit.coupon_figures.between(TODAY, TODAY + timedelta(days=3))
        standing = [one for n in range(1, 7) for one in await unit.coupons.open_of(n)]
    drink = next(one for one in month if one.offer == "M1-1")
    assert drink.taken - drink.lapsed == 3 - (await left(database) or 0) <= 3
    assert sum(one.used for one in month) == len(used) == len(set(used)) > 0
    assert len(standing) == sum(one.taken - one.used - one.lapsed for one in month)
    assert killed
