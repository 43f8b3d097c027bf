"""Merchants and what they offer: what is left is changed by one statement that compares."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import ColumnElement, and_, func, or_, select, update

from domain.coupons.offer import Merchant, Offer
from storage.coupons.offer_rows import merchant_of, offer_of
from storage.coupons.putting import Listed, put
from storage.session import Session
from storage.tables.coupons import coupon_offers, merchants

C = coupon_offers.c
M = merchants.c


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
        rows = select(
            coupon_offers,
            M.name,
            M.area,
            M.place,
        ).select_from(both)
        found = await self._session.query(
            rows.where(
                C.offered,
                M.offered,
                there,
            )
        )
        return [
            (
                Merchant(
                    row.merchant,
                    row.name,
                    row.area,
                    row.place,
                ),
                offer_of(row),
            )
            for row in found
        ]

    async def merchant(self, code: str) -> Merchant | None:
        """Also one who offers nothing any more."""
        row = select(merchants).where(M.code == code)
        found = (await self._session.query(row)).first()
        return merchant_of(found) if found is not None else None

    async def named(
        self,
        said: str,
        most: int,
    ) -> list[Merchant]:
        """Whose code this is, or in whose name it stands."""
        like = M.name.icontains(said, autoescape=True)
        same = or_(func.lower(M.code) == said.lower(), like)
        rows = select(merchants).where(M.offered, same).order_by(M.code).limit(most)
        return [merchant_of(row) for row in await self._session.query(rows)]

    # --- what changes ---

    async def take(
        self,
        offer: Offer,
        today: date,
    ) -> bool:
        """One less is left. False where there is none, or none today."""
        c, day = coupon_offers.c, today.isoformat()
        here = and_(c.code == offer.code, c.offered)
        runs = or_(c.until.is_(None), c.until >= day)
        paused = and_(c.paused_on.is_not(None), c.paused_on == day)
        enough = or_(c.left.is_(None), c.left > 0)
        one = update(coupon_offers).where(
            here,
            runs,
            ~paused,
            enough,
        )
        return (await self._session.query(one.values(left=c.left - 1))).rowcount == 1

    async def put_back(self, code: str) -> None:
        one = update(coupon_offers).where(C.code == code)
        await self._session.query(one.values(left=C.left + 1))

    async def pause(
        self,
        code: str,
        day: date | None,
    ) -> bool:
        """There are none on this day; None: there are again. Whether that was not so before."""
        new = day.isoformat() if day else None
        was = C.paused_on.is_not_distinct_from(new)
        same = update(coupon_offers).where(C.code == code, ~was)
        return (await self._session.query(same.values(paused_on=new))).rowcount == 1

    async def end(
        self,
        code: str,
        last: date,
    ) -> None:
        """This is its last day."""
        same = update(coupon_offers).where(C.code == code)
        await self._session.query(same.values(until=last.isoformat()))

    async def replace(self, loaded: Sequence[Listed]) -> tuple[list[Offer], list[str]]:
        """From now on there are these and no others; what was taken stays taken. Returns the
        offers with their numbers, and the codes of those of which more are taken than there are
        said to be: nothing of these was changed.
        """
        await put(self._session, loaded)
        codes = [offer.code for _, offer in loaded]
        rows = select(
            C.id,
            C.code,
            C.offered,
        ).where(C.code.in_(codes))
        found = {row.code: row for row in await self._session.query(rows)}
        good = [offer for _, offer in loaded if found[offer.code].offered]
        kept = [replace(offer, id=found[offer.code].id) for offer in good]
        return kept, [code for code in codes if not found[code].offered]
