"""What was loaded takes the place of all merchants and offers; what is taken still counts."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Update, bindparam, func, or_, select, update

from domain.coupons.coupon import CouponState
from domain.coupons.offer import Merchant, Offer
from storage.coupons.offer_rows import row_of, row_of_merchant
from storage.session import Session
from storage.tables.coupons import coupon_offers, coupons, merchants

Listed = tuple[Merchant, Offer]
C = coupon_offers.c
NOTHING = Offer("", "", "")


async def put(session: Session, loaded: Sequence[Listed]) -> None:
    """An offer of which more are taken than there would be stays as it is, and is not offered."""
    session.directory_changes()
    for table in (merchants, coupon_offers):
        await session.query(update(table).values(offered=False))
    if not loaded:
        return
    shops = [row_of_merchant(merchant) for merchant, _ in loaded]
    await session.query(session.upsert(merchants), shops)
    rows = [row_of(offer) for _, offer in loaded]
    hidden = {"offered": False, "paused_on": None}
    there = session.insert_or_ignore(coupon_offers)
    numbered = [
        {**row, **hidden, "id": session.next_id("coupon_offers")} for row in rows
    ]
    await session.query(there, numbered)
    told = [{f"new_{name}": said for name, said in row.items()} for row in rows]
    await session.query(PUT, told)


def _put() -> Update:
    """One offer in the place of what it was, where enough are left."""
    k = coupons.c
    new = {
        name: bindparam(f"new_{name}", type_=C[name].type) for name in row_of(NOTHING)
    }
    out = select(func.count()).select_from(coupons)
    lapsed = CouponState.LAPSED.value
    out = out.where(k.offer == new["code"], k.state != lapsed)
    left = new["supplied"] - out.scalar_subquery()
    enough = or_(new["supplied"].is_(None), left >= 0)
    made = update(coupon_offers).where(C.code == new["code"], enough)
    return made.values({**new, "left": left})


PUT = _put()
