"""Gifts and coupons, whoever does what at the same moment, killed before any statement: never more
than there are, never twice, nobody for themselves, as a second shelf (`shelf.py`) says.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from hypothesis.stateful import initialize, invariant, rule
from sqlalchemy import select

from domain.coupons.coupon import Coupon, code
from domain.coupons.offer import Merchant, Offer
from domain.gifts.gift import Gift
from domain.gifts.order import Order
from domain.points.ledger import ISSUED, Transfer, Why, moved, rider
from domain.points.rates import Rates
from handlers.dialog.setup import Setup
from storage.coupons.coupon_rows import coupon_of
from storage.gifts.order_rows import order_of
from storage.tables.coupons import coupons
from storage.tables.gifts import gift_orders
from tests.chance import plays
from tests.house import Actor
from tests.machine.shelf import Shelf, Shown
from tests.machine.tried import HOW, NUMBERS, Do, Life, Tried

KEY = b"k" * 32
AREA = "G01"
PURSE = 60
GIFTS = (Gift("GLOVES", "手套", 10, 2, 2, AREA), Gift("CUP", "杯子", 15, 3, 3, AREA))
LAST = date(2026, 12, 2)
OFFERS = (
    (Merchant("M1", "奶茶店", AREA), Offer("M1-1", "M1", "柠檬水", 2, 5, 5)),
    (Merchant("M2", "面馆", AREA), Offer("M2-1", "M2", "加面", 1, until=LAST)),
)
RIDERS = ("rider", "second_rider", "coordinator", "tea")
SHOPS = {"tea": "M1", "noodles": "M2"}
STAFF = ("coordinator", "second_coordinator", "admin")
CLOCKS = ("gift", "coupon", "offer")
SPANS = (
    *[timedelta(seconds=40)] * 4,
    *[timedelta(minutes=2)] * 3,
    *[timedelta(hours=5)] * 2,
    *[timedelta(days=1)] * 2,
    timedelta(days=11),
    timedelta(days=15),
)


class Stock(NamedTuple):
    """All orders and coupons, and what is left of what was given out."""

    orders: dict[int, Order]
    coupons: dict[int, Coupon]
    gifts: dict[str, tuple[int, int]]
    offers: dict[str, int | None]
    balances: dict[str, int]


class Shop(Life):
    happens = (*["people_do"] * 3, "time_passes")
    acts = (
        *["orders"] * 4,
        "gives_up",
        *["hands"] * 3,
        *["scans"] * 2,
        *["supplies"] * 2,
        *["takes"] * 6,
        *["presses"] * 2,
        *["types"] * 4,
        *["replays"] * 2,
        "none_today",
        "there_again",
    )
    who = (*RIDERS, "second_coordinator", "noodles")
    whom = RIDERS
    seen = Stock({}, {}, {}, {}, {})

    @initialize()
    def opens(self) -> None:
        setup = Setup(
            links={"test": "test:{code}"},
            most_messages_a_minute=10**6,
            points=Rates(expires=False),
            key=KEY,
        )
        self.begins(setup)
        house = self.house
        names = dict.fromkeys((*self.who, *STAFF))
        self.actors = {
            name: getattr(house, name, None) or Actor(house, name, name)
            for name in names
        }
        self.alive.run(self._begins())
        gifts = {one.code: (one.points, one.left) for one in GIFTS}
        offers = {
            one.code: Shown(one.merchant, one.a_day, one.left, one.until)
            for _, one in OFFERS
        }
        keeps = {self.ids[name]: shop for name, shop in SHOPS.items()}
        self.shelf = Shelf(house.clock.now, gifts, offers, keeps)
        self.shelf.purse.update({self.ids[name]: PURSE for name in RIDERS})
        self.looks_again()

    async def _begins(self) -> None:
        house = self.house
        for actor in self.actors.values():
            await actor.says("/help")
        self.ids = await self.meet(list(self.actors))
        async with house.database.unit() as unit:
            await unit.gifts.replace(GIFTS)
            await unit.merchant_offers.replace(OFFERS)
            for name, shop in SHOPS.items():
                await unit.merchant_keepers.tie(shop, self.ids[name])
            for name in RIDERS:
                entries = moved(ISSUED, rider(self.ids[name]), PURSE)
                await unit.points.book(Transfer(name, Why.SOLVED, entries))

    async def look(self) -> Stock:
        async with self.house.database.unit() as unit:
            orders = [order_of(row) for row in await unit.query(select(gift_orders))]
            slips = [coupon_of(row) for row in await unit.query(select(coupons))]
            gifts = await unit.gifts.listed([AREA], 9)
            offers = [await unit.merchant_offers.get(one.code) for _, one in OFFERS]
            balances = await unit.points.balances()
        return Stock(
            {one.id: one for one in orders},
            {one.id: one for one in slips},
            {one.code: (one.left, one.supplied) for one in gifts},
            {one.code: one.left for one in offers if one},
            {name: one for name, one in balances.items() if one},
        )

    def looks_again(self) -> None:
        before = self.seen
        super().looks_again()
        self.ordered = sorted(set(self.seen.orders) - set(before.orders))
        self.taken = sorted(set(self.seen.coupons) - set(before.coupons))

    @rule(number=NUMBERS)
    def something_happens(self, number: int) -> None:
        """One rule for all, as Hypothesis leaves some rules out of a run."""
        step = self.step(number)
        if step.what == "people_do":
            self.try_all(step.acts, step.killed)
            assert not self.ordered and not self.taken
            return
        span = SPANS[step.number % len(SPANS)]
        self.alive.run(self.alive.passes(span, CLOCKS, step.killed, step.number))
        self.looks_again()
        self.shelf.passes(self.house.clock.now)

    # --- gifts ---

    def orders(self, do: Do) -> Tried:
        gift, who = GIFTS[do.many % 2], do.whom
        data = f"gift:take:{gift.code}:{gift.points}"

        def follows() -> None:
            number = self.ordered[0] if self.ordered else -1
            if self.shelf.orders(number, self.ids[who], gift.code):
                self.ordered.pop(0)

        return Tried([self.alive.pressed(self.actors[who], data)], follows)

    def _order(self, do: Do) -> tuple[int, str] | None:
        """Its number and figures; mostly of one that is open."""
        kept = self.shelf.kept
        open_ = [number for number, one in kept.items() if one.state == "open"]
        known = open_ if open_ and do.many % 4 else list(kept)
        if not known:
            return None
        number = known[-1 - do.which % len(known)]
        return number, self.seen.orders[number].code

    def gives_up(self, do: Do) -> Tried | None:
        found = self._order(do)
        if found is None:
            return None
        pressed = self.alive.pressed(self.actors[do.who], f"gift:cancel:{found[0]}")
        return Tried([pressed], lambda: self.shelf.gives_up(found[0], self.ids[do.who]))

    def hands(self, do: Do) -> Tried | None:
        return self._hands(do, do.who)

    def scans(self, do: Do) -> Tried | None:
        """Types the figures or scans the code, reads whose it is, and presses."""
        who, found = STAFF[do.many % 3], self._order(do)
        pressed = self._hands(do, who)
        if found is None or pressed is None:
            return None
        said = found[1] if do.many % 2 else f"/start k_{found[1]}"
        looks = self.alive.said(self.actors[who], said)
        return Tried([looks, *pressed.events], pressed.follows)

    def _hands(self, do: Do, who: str) -> Tried | None:
        found = self._order(do)
        if found is None:
            return None
        data = f"gift:hand:{found[0]}:{found[1]}"
        staff = {self.ids[name] for name in STAFF}
        return Tried(
            [self.alive.pressed(self.actors[who], data)],
            lambda: self.shelf.hands(found[0], self.ids[who], staff),
        )

    def supplies(self, do: Do) -> Tried:
        gift, more = GIFTS[do.many % 2].code, (1, 2, -1, -3)[do.which % 4]
        who = self.actors[STAFF[do.many % 3]]
        said = self.alive.said(who, f"/stock {gift} {more:+d}")
        return Tried([said], lambda: self.shelf.supply(gift, more))

    # --- coupons ---

    def takes(self, do: Do) -> Tried:
        offer, who = OFFERS[do.many % 2][1].code, do.whom

        def follows() -> None:
            number = self.taken[0] if self.taken else -1
            if self.shelf.takes(number, self.ids[who], offer):
                self.taken.pop(0)

        pressed = self.alive.pressed(self.actors[who], f"coupon:take:{offer}")
        return Tried([pressed], follows)

    def _slip(self, do: Do) -> int | None:
        """Mostly one that can be used."""
        good = [number for number in self.shelf.slips if self.shelf.good(number)]
        known = good if good and do.many % 4 else list(self.shelf.slips)
        return known[-1 - do.which % len(known)] if known else None

    def presses(self, do: Do) -> Tried | None:
        number = self._slip(do)
        if number is None:
            return None
        mine = [
            name
            for name, one in self.ids.items()
            if one == self.shelf.slips[number].holder and do.many % 3
        ]
        who = mine[0] if mine else do.who
        pressed = self.alive.pressed(self.actors[who], f"coupon:press:{number}")
        return Tried([pressed], lambda: self.shelf.presses(number, self.ids[who]))

    def types(self, do: Do) -> Tried | None:
        return self._types(do, 0)

    def replays(self, do: Do) -> Tried | None:
        """What stood on it some minutes ago, or will."""
        return self._types(do, (-1, -2, -3, 1, 2)[do.many % 5])

    def _types(self, do: Do, minutes: int) -> Tried | None:
        number = self._slip(do)
        if number is None:
            return None
        shop = self.shelf.offers[self.shelf.slips[number].offer].shop
        right = next(name for name, one in SHOPS.items() if one == shop)
        who = right if do.many % 5 else ("tea", "noodles")[do.which % 2]
        said = self._code(number, minutes)

        def follows() -> None:
            codes = {
                one: (self._code(one, -1), self._code(one, 0), self._code(one, 1))
                for one in self.shelf.slips
            }
            self.shelf.types(self.ids[who], codes, said)

        return Tried([self.alive.said(self.actors[who], said)], follows)

    def _code(self, number: int, minutes: int) -> str:
        return code(KEY, number, self.house.clock.now + timedelta(minutes=minutes))

    def none_today(self, do: Do) -> Tried:
        offer, may = self._offer(do)
        pressed = self.alive.pressed(self.actors[do.who], f"shop:out:{offer}")
        return Tried([pressed], lambda: self.shelf.none_today(offer, may))

    def there_again(self, do: Do) -> Tried:
        offer, may = self._offer(do)
        pressed = self.alive.pressed(self.actors[do.who], f"shop:in:{offer}")
        return Tried([pressed], lambda: self.shelf.there_again(offer, may))

    def _offer(self, do: Do) -> tuple[str, bool]:
        """One of them, and whether this is theirs to say."""
        merchant, offer = OFFERS[do.many % 2]
        return offer.code, do.who in STAFF or SHOPS.get(do.who) == merchant.code

    # --- what always holds ---

    @invariant()
    def the_gifts_are_as_they_should_be(self) -> None:
        if self.mortal is None:
            return
        shelf, seen = self.shelf, self.seen
        kept = {n: (one.holder, one.state, one.ended) for n, one in shelf.kept.items()}
        assert kept == {
            number: (one.person_id, one.state, (one.ended_at, one.by))
            for number, one in seen.orders.items()
        }
        for code_, (left, supplied) in seen.gifts.items():
            assert (left, supplied) == (shelf.left[code_], shelf.supplied[code_])
            out = [one for one in shelf.kept.values() if one.gift == code_]
            gone = sum(one.state in ("open", "handed") for one in out)
            assert left >= 0 and left + gone == supplied
        assert sum(seen.balances.values()) == 0
        for name in RIDERS:
            purse = seen.balances.get(rider(self.ids[name]), 0)
            assert purse == shelf.purse[self.ids[name]] >= 0
        held = {n: shelf.price[one.gift] for n, one in shelf.kept.items()}
        assert {f"held:{n}": held[n] for n in held if kept[n][1] == "open"} == {
            name: one for name, one in seen.balances.items() if name[:5] == "held:"
        }

    @invariant()
    def the_coupons_are_as_they_should_be(self) -> None:
        if self.mortal is None:
            return
        slips = self.shelf.slips
        assert {n: (one.holder, one.state, one.used) for n, one in slips.items()} == {
            number: (one.person_id, one.state, one.used_at)
            for number, one in self.seen.coupons.items()
        }
        for _, offer in OFFERS:
            left = self.seen.offers[offer.code]
            assert left == self.shelf.offers[offer.code].left
            if left is not None and offer.supplied is not None:
                mine = [one for one in slips.values() if one.offer == offer.code]
                out = sum(one.state != "lapsed" for one in mine)
                assert left >= 0 and left + out == offer.supplied


def test_never_more_than_there_are_and_never_twice() -> None:
    plays(Shop, 26, HOW)
