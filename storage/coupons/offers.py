"""Merchants and what they offer: what is left is changed by one statement that compares."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, func, literal, or_, select, update

from domain.coupons.coupon import CouponState
from domain.coupons.offer import Merchant, Offer
from storage.session import Session
from storage.station_rows import hours_of, plain_hours
from storage.tables.coupons import coupon_offers, coupons, merchants

C = coupon_offers.c
M = merchants.c
Listed = tuple[Merchant, Offer]


class MerchantOffers:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, code: str) -> Offer | None:
        """Also one that is offered no more."""
        return await self._one(C.code == code)

    async def numbered(self, number: int) -> Offer | None:
        return await self._one(C.id == number)

    async def _one(self, which: ColumnElement[bool]) -> Offer | None:
        row = select(coupon_offers).where(which)
        found = (await self._session.query(row)).first()
        return offer_of(found) if found is not None else None

    async def of(self, merchant: str) -> list[Offer]:
        """What this merchant offers."""
        rows = select(coupon_offers).where(C.merchant == merchant, C.offered)
        found = await self._session.query(rows.order_by(C.code))
        return [offer_of(row) for row in found]

    async def around(self, areas: Collection[str]) -> list[Listed]:
        """All that is offered in these areas, and by merchants who are in none."""
        there = or_(M.area == "", M.area.in_(tuple(areas)))
        both = coupon_offers.join(merchants, M.code == C.merchant)
        rows = select(coupon_offers, M.name, M.area, M.place).select_from(both)
        found = await self._session.query(rows.where(C.offered, M.offered, there))
        return [
            (Merchant(row.merchant, row.name, row.area, row.place), offer_of(row))
            for row in found
        ]

    async def merchant(self, code: str) -> Merchant | None:
        """Also one who offers nothing any more."""
        row = select(merchants).where(M.code == code)
        found = (await self._session.query(row)).first()
        return merchant_of(found) if found is not None else None

    async def named(self, said: str, most: int) -> list[Merchant]:
        """Whose code this is, or in whose name it stands."""
        like = M.name.icontains(said, autoescape=True)
        same = or_(func.lower(M.code) == said.lower(), like)
        rows = select(merchants).where(M.offered, same).order_by(M.code).limit(most)
        return [merchant_of(row) for row in await self._session.query(rows)]

    # --- what changes ---

    async def take(self, offer: Offer, today: date) -> bool:
        """One less is left. False where there is none, or none today."""
        c, day = coupon_offers.c, today.isoformat()
        here = and_(c.code == offer.code, c.offered)
        runs = or_(c.until.is_(None), c.until >= day)
        paused = and_(c.paused_on.is_not(None), c.paused_on == day)
        enough = or_(c.left.is_(None), c.left > 0)
        one = update(coupon_offers).where(here, runs, ~paused, enough)
        return (await self._session.query(one.values(left=c.left - 1))).rowcount == 1

    async def put_back(self, code: str) -> None:
        one = update(coupon_offers).where(C.code == code)
        await self._session.query(one.values(left=C.left + 1))

    async def pause(self, code: str, day: date | None) -> bool:
        """There are none on this day; None: there are again. Whether that was not so before."""
        new = day.isoformat() if day else None
        was = C.paused_on.is_not_distinct_from(new)
        same = update(coupon_offers).where(C.code == code, ~was)
        return (await self._session.query(same.values(paused_on=new))).rowcount == 1

    async def end(self, code: str, last: date) -> None:
        """This is its last day."""
        same = update(coupon_offers).where(C.code == code)
        await self._session.query(same.values(until=last.isoformat()))

    async def replace(self, loaded: Iterable[Listed]) -> tuple[list[Offer], list[str]]:
        """From now on there are these and no others; what was taken stays taken. Returns the
        offers with their numbers, and the codes of those of which more are taken than there are
        said to be: nothing of these was changed.
        """
        for table in (merchants, coupon_offers):
            await self._session.query(update(table).values(offered=False))
        kept, wrong = [], []
        upsert = self._session.upsert(merchants)
        for merchant, offer in loaded:
            await self._session.query(upsert, row_of_merchant(merchant))
            number = await self._put(offer)
            if number is None:
                wrong.append(offer.code)
            else:
                kept.append(replace(offer, id=number))
        self._session.directory_changes()
        return kept, wrong

    async def _put(self, offer: Offer) -> int | None:
        """Its number, None where more are taken than there would be."""
        new = row_of(offer) | {"id": self._session.next_id("coupon_offers")}
        there = self._session.insert_or_ignore(coupon_offers)
        await self._session.query(there, new | {"paused_on": None})
        supplied = literal(offer.supplied, C.supplied.type)
        left = supplied - _out(offer)
        fits = or_(supplied.is_(None), left >= 0)
        same = update(coupon_offers).where(C.code == offer.code, fits)
        said = row_of(offer) | {"left": left}
        if (await self._session.query(same.values(said))).rowcount != 1:
            return None
        found = await self._session.query(select(C.id).where(C.code == offer.code))
        return int(found.scalar_one())


def _out(offer: Offer) -> Any:
    """How many are taken and not back."""
    k = coupons.c
    out = select(func.count()).select_from(coupons)
    lapsed = CouponState.LAPSED.value
    out = out.where(k.offer == offer.code, k.state != lapsed)
    return out.scalar_subquery()


def merchant_of(row: Any) -> Merchant:
    return Merchant(row.code, row.name, row.area, row.place)


def row_of_merchant(merchant: Merchant) -> dict[str, Any]:
    return {
        "code": merchant.code,
        "name": merchant.name,
        "area": merchant.area,
        "place": merchant.place,
        "offered": True,
    }


def offer_of(row: Any) -> Offer:
    return Offer(
        row.code,
        row.merchant,
        row.what,
        row.a_day,
        row.supplied,
        row.left,
        hours_of(row.hours),
        _day(row.until),
        _day(row.paused_on),
        row.id,
    )


def _day(kept: str | None) -> date | None:
    return date.fromisoformat(kept) if kept else None


def row_of(offer: Offer) -> dict[str, Any]:
    """Without its number, and without the day on which there are none."""
    return {
        "code": offer.code,
        "merchant": offer.merchant,
        "what": offer.what,
        "a_day": offer.a_day,
        "supplied": offer.supplied,
        "left": offer.left,
        "hours": plain_hours(offer.hours),
        "until": offer.until.isoformat() if offer.until else None,
        "offered": True,
    }
