"""How many coupons were taken and used of each offer of each merchant, whoever it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select

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


K, OFFERED, M = coupons.c, coupon_offers.c, merchants.c
SAME = (K.merchant, M.name, K.offer, OFFERED.what)
"""What is counted together."""


class CouponFigures:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def between(
        self,
        first: date,
        last: date,
        merchant: str = "",
    ) -> list[Couponed]:
        """Of coupons that were taken from the first local day to the last, of one merchant or of
        all: those of which any was.
        """
        days = first.isoformat(), last.isoformat()
        rows = _counted().where(K.day.between(*days))
        if merchant:
            rows = rows.where(K.merchant == merchant)
        found = await self._session.query(rows.order_by(K.merchant, K.offer))
        return [Couponed(*row) for row in found]


def _counted() -> Select[Any]:
    """Columns as the fields of `Couponed`."""
    both = coupons.join(coupon_offers, OFFERED.code == K.offer)
    both = both.join(merchants, M.code == K.merchant)
    figures = (
        func.count(),
        _how_many(K.state == CouponState.USED.value),
        _how_many(K.how == How.PRESS.value),
        _how_many(K.state == CouponState.LAPSED.value),
    )
    rows = select(*SAME, *figures).select_from(both)
    return rows.group_by(*SAME)


def _how_many(which: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count(case((which, 1)))
