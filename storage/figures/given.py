"""How many gifts went out and how many coupons were taken and used, counted by the database."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, select

from domain.coupons.coupon import CouponState
from domain.gifts.order import OrderState
from storage.figures.counting import Days
from storage.session import Session
from storage.tables.coupons import coupons, merchants
from storage.tables.gifts import gift_orders, gifts


@dataclass(frozen=True, slots=True)
class Given:
    """Of some days: gifts that were handed over, coupons that were taken, and of these used."""

    gifts: int
    coupons: int
    used: int


class GivenFigures:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def between(
        self,
        days: Days,
        areas: Collection[str],
    ) -> Given:
        """Of gifts and merchants of these areas; '' are those that are of none."""
        return Given(await self._handed(days, areas), *await self._taken(days, areas))

    async def _handed(
        self,
        days: Days,
        areas: Collection[str],
    ) -> int:
        o = gift_orders.c
        both = gift_orders.join(gifts, gifts.c.code == o.gift)
        rows = select(func.count()).select_from(both)
        handed = o.state == OrderState.HANDED.value
        rows = rows.where(handed, days.within(o.ended_at))
        found = await self._session.query(rows.where(gifts.c.area.in_(tuple(areas))))
        return found.scalar() or 0

    async def _taken(
        self,
        days: Days,
        areas: Collection[str],
    ) -> tuple[int, int]:
        k = coupons.c
        both = coupons.join(merchants, merchants.c.code == k.merchant)
        used = func.count(k.used_at)
        rows = select(func.count(), used).select_from(both)
        here = k.day.between(days.first.isoformat(), days.last.isoformat())
        kept = k.state != CouponState.LAPSED.value
        there = merchants.c.area.in_(tuple(areas))
        found = await self._session.query(
            rows.where(
                here,
                kept,
                there,
            )
        )
        taken, then_used = found.one()
        return taken, then_used
