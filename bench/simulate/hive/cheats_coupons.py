"""Coupons: the same one twice, an old code, somebody else's, a merchant's own."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bench.simulate.hive.acting import Script
from bench.simulate.hive.coupons import CODE, taken

STATE = "SELECT state FROM coupons WHERE id = ?"
USED_AT = "SELECT used_at FROM coupons WHERE id = ?"

ANOTHERS = "SELECT max(id) FROM coupons WHERE state = 'taken' AND person_id != ?"
NEWEST = "SELECT max(id) FROM coupons WHERE person_id = ?"
OFFERS = "SELECT code FROM coupon_offers WHERE merchant = ? ORDER BY hours IS NOT NULL"


def _used(me: Any, number: str) -> bool:
    return bool(me.world.peek(STATE, int(number)) == "used")


def twice(me: Any) -> Script:
    """Pressed, pressed again, and the very same press brought twice."""
    coupon = yield from taken(me)
    if coupon is None:
        return
    press = me.presses(rf"coupon:press:{coupon[0]}")
    yield press
    first = me.world.peek(USED_AT, int(coupon[0]))
    yield timedelta(minutes=5)
    yield press
    yield me.forges(f"coupon:press:{coupon[0]}")
    again = me.world.peek(USED_AT, int(coupon[0])) != first
    me.world.tried.count("a coupon used twice by its rider", again)


def old_code(me: Any) -> Script:
    """A picture of the code, shown when it is five minutes old; then the right one, typed twice."""
    code, shop = me.chance.choice(list(me.world.shops.items()))
    number = yield from _from(me, code)
    if not number:
        return
    old = me.phone.read(CODE)
    yield timedelta(minutes=5)
    shop.soon(_types(shop, number, old), 0)
    yield timedelta(minutes=5)
    yield me.presses(rf"coupon:renew:{number}")
    shop.soon(_types_twice(shop, number, me.phone.read(CODE)), 0)


def _from(me: Any, merchant: str) -> Any:
    """A coupon of this shop, '' where none is to be had now."""
    offers = me.world.peeking.execute(OFFERS, (merchant,)).fetchall()
    before = me.world.peek(NEWEST, me.world.person_of(me)) or 0
    for (offer,) in offers:
        yield me.forges(f"coupon:take:{offer}")
        number = me.world.peek(NEWEST, me.world.person_of(me)) or 0
        if number > before:
            return str(number)
    return ""


def _types(me: Any, number: str, code: str) -> Script:
    yield me.says(code)
    me.world.tried.count("a screenshot of a code, minutes old", _used(me, number))


def _types_twice(me: Any, number: str, code: str) -> Script:
    yield me.says(code)
    first = me.world.peek(USED_AT, int(number))
    yield me.says(code)
    again = me.world.peek(USED_AT, int(number)) != first
    me.world.tried.count("a merchant redeems a code twice", again)


def of_somebody_else(me: Any) -> Script:
    """The press of another rider's card, who has just taken it."""
    other = me.chance.choice([one for one in me.world.bees if one is not me])
    other.soon(_takes(other), 0)
    yield timedelta(minutes=30)
    number = me.world.peek(ANOTHERS, me.world.person_of(me))
    if number is None:
        return
    press = me.forges(f"coupon:press:{number}")
    yield press
    # a press that counts is answered without a word
    through = me.phone.words.get(press.press_ref) == ""
    me.world.tried.count("somebody else's coupon pressed", through)


def _takes(me: Any) -> Script:
    yield from taken(me)


def own_shop(me: Any) -> Script:
    """A merchant takes a coupon of their own shop, types it, and presses it."""
    code = me.chat.removeprefix("shop-")
    number = yield from _from(me, code)
    if not number:
        return
    yield me.says(me.phone.read(CODE))
    yield me.forges(f"coupon:press:{number}")
    me.world.tried.count("a merchant's own coupon at their own shop", _used(me, number))
