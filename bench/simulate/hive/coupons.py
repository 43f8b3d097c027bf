"""Merchants and coupons: taken, used by a code or a press, forgotten; "sold out today"."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from bench.simulate.hive.acting import Acting, Script
from bench.simulate.hive.phone import Shown
from bench.simulate.hive.scale import MERCHANTS, RIDERS

EACH = 2.5
"""Coupons that a rider takes in a year."""
FORGETS = 0.15
CODE = r"报给店员：(?:<b>)?(\d{4})"
LINK = r"test:(t_\S+?)(?:<|$|\s)"
SOLD_OUT = MERCHANTS // 4
STAYS = 0.8


def begin(world: Any) -> None:
    for code, shop in world.shops.items():
        area = world.peek("SELECT area FROM merchants WHERE code = ?", code)
        carer = world.looks_after(area or "C")
        carer.then(world.moment(last=0.05), _invites(carer, code, shop))
    for _ in range(world.scale.of(int(RIDERS * EACH), least=4)):
        bee = world.chance.choice(world.bees)
        bee.then(world.moment(first=0.06), takes(bee))
    for _ in range(world.scale.of(SOLD_OUT, least=1)):
        shop = world.chance.choice(list(world.shops.values()))
        shop.then(world.moment(first=0.1), _sold_out(shop))


def _invites(me: Acting, code: str, shop: Acting) -> Script:
    yield me.says(f"/shop {code}")
    yield me.presses(rf"shop:invite:{code}")
    shop.soon(_comes(shop, me.phone.read(LINK)))


def _comes(me: Acting, token: str) -> Script:
    yield me.says(f"/start {token}")


def takes(me: Acting) -> Script:
    """One coupon, used an hour later or forgotten."""
    coupon = yield from taken(me)
    if coupon is None or me.odds(FORGETS):
        return
    yield timedelta(minutes=me.chance.randint(10, 90))
    shop = me.world.shops.get(coupon[1])
    if shop is None or shop.running:
        yield me.presses(rf"coupon:press:{coupon[0]}")
        return
    yield me.presses(rf"coupon:renew:{coupon[0]}")
    shop.soon(types(shop, me.phone.read(CODE)), 0)


def taken(me: Acting) -> Any:
    """(number, merchant) of a coupon of some offer; None where there was none to be had."""
    yield me.says("/coupons")
    for _ in range(me.chance.choice((0, 0, 1, 2, 5))):
        yield me.presses(r"coupon:list:\d+")
    see = me.presses(r"coupon:see:.*")
    yield see
    offer = see.data.split(":")[2]
    if f"coupon:take:{offer}" not in [
        one for one, _ in me.phone.all(r"coupon:take:.*")
    ]:
        return None
    yield me.presses(rf"coupon:take:{offer}")
    newest = me.phone.all(r"coupon:press:\d+")[0][0]
    return newest.split(":")[2], offer.split("-")[0]


def types(me: Acting, code: str) -> Script:
    yield me.says(code)


def _sold_out(me: Acting) -> Script:
    yield me.says("/shop")
    yield me.presses(r"shop:out:.*")


def _lasts(me: Acting, hit: re.Match[str], shown: Shown) -> None:
    """Whether an offer still holds, every 90 days."""
    verb = "stays" if me.odds(STAYS) else "ends"
    me.soon(_press(me, rf"shop:{verb}:{re.escape(hit[1])}"), me.chance.uniform(1, 40))


def _press(me: Acting, pattern: str) -> Script:
    yield me.presses(pattern)


SHOPS = {r"shop:stays:(.*)": _lasts}
