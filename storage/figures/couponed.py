"""How many coupons were taken and used of each offer of each merchant, whoever it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import case, func, select

from domain.coupons.coupon import CouponState, How
from storage.session import Session
from storage.tables.coupons import coupon_offers, coupons, merchants


@dataclass(frozen=True, slots=True)
class Couponed:
    """Of one offer in some days: `used` in all, of these `by_press` by the rider's own press;
    `lapsed` were taken and not used.
    """

    merchant: str
    name: str
    offer: str
    what: str
    taken: int
    used: int
    by_press: int
    lapsed: int


class CouponFigures:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def between(
        self, first: date, last: date, merchant: str = ""
    ) -> list[Couponed]:
        """Of coupons that were taken from the first local day to the last, of one merchant or of
        all: those of which any was.
        """
        k, o, m = coupons.c, coupon_offers.c, merchants.c
        both = coupons.join(coupon_offers, o.code == k.offer)
        both = both.join(merchants, m.code == k.merchant)
        rows = select(
            k.merchant,
            m.name,
            k.offer,
            o.what,
            func.count().label("taken"),
            func.sum(case((k.state == CouponState.USED.value, 1), else_=0)).label(
                "used"
            ),
            func.sum(case((k.how == How.PRESS.value, 1), else_=0)).label("by_press"),
            func.sum(case((k.state == CouponState.LAPSED.value, 1), else_=0)).label(
                "lapsed"
            ),
        ).select_from(both)
        rows = rows.where(k.day.between(first.isoformat(), last.isoformat()))
        if merchant:
            rows = rows.where(k.merchant == merchant)
        rows = rows.group_by(k.merchant, m.name, k.offer, o.what)
        found = await self._session.query(rows.order_by(k.merchant, k.offer))
        return [
            Couponed(
                row.merchant,
                row.name,
                row.offer,
                row.what,
                row.taken,
                row.used,
                row.by_press,
                row.lapsed,
            )
            for row in found
        ]
