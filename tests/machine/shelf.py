"""Gifts and coupons written down a second time and otherwise: what is left, what is whose, what is
used. The machine of the stock believes this and none of `storage.gifts` and `storage.coupons`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")
KEPT, NOTICE, A_NIGHT = timedelta(days=14), timedelta(days=3), timedelta(days=1)
JUST, MINUTE, HOUR = timedelta(minutes=5), timedelta(minutes=1), timedelta(hours=1)


@dataclass
class Kept:
    """An ordered gift: open, handed, cancelled or lapsed; `ended` is when and by whom."""

    holder: int
    gift: str
    until: datetime
    told: bool = False
    state: str = "open"
    ended: tuple[datetime | None, int | None] = (None, None)


@dataclass
class Slip:
    """A coupon: taken, used or lapsed; `day` is the local day on which it was taken."""

    holder: int | None
    offer: str
    day: date
    until: datetime
    state: str = "taken"
    used: datetime | None = None


@dataclass
class Shown:
    """What a merchant offers: so many a person and day, so many in all (None: no end), until."""

    shop: str
    a_day: int
    left: int | None
    until: date | None = None
    out: date | None = None


class Shelf:
    """`gifts` are price and number by code; `keeps` says which shop is whose."""

    def __init__(
        self,
        now: datetime,
        gifts: dict[str, tuple[int, int]],
        offers: dict[str, Shown],
        keeps: dict[int, str],
    ) -> None:
        self.now = now
        self.price = {code: price for code, (price, _) in gifts.items()}
        self.left = {code: many for code, (_, many) in gifts.items()}
        self.supplied = dict(self.left)
        self.purse: Counter[int] = Counter()
        self.kept: dict[int, Kept] = {}
        self.offers = offers
        self.keeps = keeps
        self.slips: dict[int, Slip] = {}

    @property
    def today(self) -> date:
        return self.now.astimezone(ZONE).date()

    # --- gifts ---

    def orders(self, number: int, person: int, gift: str) -> bool:
        """Whether it is theirs, by this number."""
        mine = [one for one in self.kept.values() if one.holder == person]
        if any((one.gift, one.state) == (gift, "open") for one in mine):
            return False
        if not self.left[gift] or self.purse[person] < self.price[gift]:
            return False
        self.left[gift] -= 1
        self.purse[person] -= self.price[gift]
        self.kept[number] = Kept(person, gift, self.now + KEPT)
        return True

    def gives_up(self, number: int, who: int) -> None:
        if self.kept[number].holder == who:
            self._back(number, "cancelled", who)

    def _back(self, number: int, state: str, by: int | None = None) -> None:
        one = self.kept[number]
        if one.state == "open":
            one.state, one.ended = state, (self.now, by)
            self.left[one.gift] += 1
            self.purse[one.holder] += self.price[one.gift]

    def hands(self, number: int, who: int, staff: set[int]) -> None:
        """Somebody else's press, who keeps them."""
        one = self.kept[number]
        if who in staff and who != one.holder and one.state == "open":
            one.state, one.ended = "handed", (self.now, who)

    def supply(self, gift: str, more: int) -> None:
        if self.left[gift] + more >= 0:
            self.left[gift] += more
            self.supplied[gift] += more

    # --- coupons ---

    def takes(self, number: int, person: int, code: str) -> bool:
        offer, today = self.offers[code], self.today
        over = offer.until is not None and offer.until < today
        mine = [
            one
            for one in self.slips.values()
            if (one.holder, one.offer, one.day) == (person, code, today)
        ]
        if over or offer.out == today or offer.left == 0 or len(mine) >= offer.a_day:
            return False
        if offer.left is not None:
            offer.left -= 1
        night = datetime(today.year, today.month, today.day, tzinfo=ZONE) + A_NIGHT
        self.slips[number] = Slip(person, code, today, night.astimezone(UTC))
        return True

    def good(self, number: int) -> bool:
        one = self.slips[number]
        return one.state == "taken" and one.until > self.now

    def presses(self, number: int, who: int) -> None:
        """The rider, before the merchant's eyes; not the merchant for themselves."""
        one = self.slips[number]
        own = self.keeps.get(who) == self.offers[one.offer].shop
        if one.holder == who and not own and self.good(number):
            self._used(one)

    def types(
        self, who: int, codes: dict[int, tuple[str, str, str]], said: str
    ) -> None:
        """The shop's own chat. `codes` are each coupon's in the minute before, now, and the next:
        that of now wins, and an open coupon before one that was just used.
        """
        shop = self.keeps.get(who)
        there = [n for n, one in self.slips.items() if self._shown(one, shop)]
        fits = [n for n in there if codes[n][1] == said]
        fits = fits or [n for n in there if said in (codes[n][0], codes[n][2])]
        open_ = [n for n in fits if self.slips[n].state == "taken"]
        meant = open_ or fits
        for number in meant if len(meant) == 1 else ():
            if self.slips[number].holder != who and self.good(number):
                self._used(self.slips[number])

    def _shown(self, one: Slip, shop: str | None) -> bool:
        if shop is None or self.offers[one.offer].shop != shop:
            return False
        fresh = one.used is not None and one.used > self.now - JUST
        lives = one.state == "taken" and one.until > self.now
        return lives or (fresh and one.until > self.now - JUST)

    def _used(self, one: Slip) -> None:
        one.state, one.used = "used", self.now

    def none_today(self, code: str, may: bool) -> None:
        """What is out goes back at once."""
        offer = self.offers[code]
        if not may or offer.out == self.today:
            return
        offer.out = self.today
        for number, one in self.slips.items():
            if one.offer == code and self.good(number):
                self._lapses(one)

    def there_again(self, code: str, may: bool) -> None:
        if may:
            self.offers[code].out = None

    def _lapses(self, one: Slip) -> None:
        one.state = "lapsed"
        offer = self.offers[one.offer]
        if offer.left is not None:
            offer.left += 1

    # --- the clock ---

    def passes(self, now: datetime) -> None:
        self.now = now
        for number, kept in self.kept.items():
            if kept.state == "open" and kept.told and kept.until <= now:
                self._back(number, "lapsed")
            elif kept.state == "open" and not kept.told and kept.until - NOTICE <= now:
                kept.told, kept.until = True, max(kept.until, now + A_NIGHT)
        for slip in self.slips.values():
            if slip.state == "taken" and slip.until <= now:
                self._lapses(slip)
            if slip.state != "taken" and slip.until + A_NIGHT <= now:
                slip.holder = None
