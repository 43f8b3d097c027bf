"""Coupons: the row under its key first, then the offer's counter. One is used by an update that
names the state it comes from: whoever comes second changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, and_, delete, or_, select, update

from domain.coupons.coupon import Coupon, CouponState, How
from domain.coupons.offer import Offer
from storage.coupons.coupon_rows import coupon_of, row_of
from storage.coupons.offers import MerchantOffers
from storage.session import Session
from storage.tables.coupons import coupons

C = coupons.c
TAKEN = C.state == CouponState.TAKEN.value
JUST_USED = timedelta(minutes=5)
"""So long a used coupon's code still tells when it was used (ours)."""


class Taken(StrEnum):
    """What came of it. AGAIN: they have had as many today as one may. GONE: none is left."""

    DONE = "done"
    AGAIN = "again"
    GONE = "gone"


class Coupons:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._offers = MerchantOffers(session)

    async def take(
        self,
        offer: Offer,
        person_id: int,
        today: date,
        until: datetime,
        had: int = 0,
    ) -> tuple[Taken, Coupon | None]:
        """One of it is theirs until then; `today` is the local day, on which they have `had` some
        as somebody whom nobody knows any more.
        """
        for slot in range(had + 1, offer.a_day + 1):
            made = self._new(offer, person_id, until)
            if await self._insert(
                made,
                today,
                slot,
            ):
                break
        else:
            return Taken.AGAIN, None
        if not await self._offers.take(offer, today):
            # what nobody has seen: the same transaction began it
            await self._session.query(delete(coupons).where(C.id == made.id))
            return Taken.GONE, None
        return Taken.DONE, made

    def _new(
        self,
        offer: Offer,
        person_id: int,
        until: datetime,
    ) -> Coupon:
        return Coupon(
            self._session.next_id("coupons"),
            offer.code,
            offer.merchant,
            person_id,
            CouponState.TAKEN,
            self._session.now,
            until,
        )

    async def _insert(
        self,
        coupon: Coupon,
        day: date,
        slot: int,
    ) -> bool:
        new = self._session.insert_or_ignore(coupons)
        row = row_of(coupon) | {"day": day.isoformat(), "slot": slot}
        return (await self._session.query(new, row)).rowcount == 1

    # --- how it ends ---

    async def use(
        self,
        coupon: Coupon,
        how: How,
    ) -> bool:
        """It is used now. False where it had been, or its time was over."""
        now = self._session.now
        used = {"state": CouponState.USED.value, "used_at": now, "how": how.value}
        same = update(coupons).where(
            C.id == coupon.id,
            TAKEN,
            C.until > now,
        )
        return (await self._session.query(same.values(used))).rowcount == 1

    async def lapse(self, coupon: Coupon) -> bool:
        """Not used: somebody else may have it. False where it had ended already."""
        same = update(coupons).where(C.id == coupon.id, TAKEN)
        gone = same.values(state=CouponState.LAPSED.value)
        if (await self._session.query(gone)).rowcount != 1:
            return False
        await self._offers.put_back(coupon.offer)
        return True

    async def noticed(self, coupon: Coupon) -> None:
        """Its end was announced."""
        same = update(coupons).where(C.id == coupon.id)
        await self._session.query(same.values(noticed=True))

    async def nobodys(self, coupon: Coupon) -> None:
        """From now on it only counts."""
        same = update(coupons).where(C.id == coupon.id)
        await self._session.query(same.values(person_id=None))

    # --- looking ---

    async def get(self, coupon_id: int) -> Coupon | None:
        found = await self._all(select(coupons).where(C.id == coupon_id))
        return found[0] if found else None

    async def open_of(self, person_id: int) -> list[Coupon]:
        """Theirs that can be used, the soonest to end first."""
        now = self._session.now
        rows = select(coupons).where(
            C.person_id == person_id,
            TAKEN,
            C.until > now,
        )
        return await self._all(rows.order_by(C.until, C.id))

    async def at(self, merchants: Collection[str]) -> list[Coupon]:
        """Those that can be used at these merchants, and those that just were."""
        now = self._session.now
        just = and_(C.used_at.is_not(None), C.used_at > now - JUST_USED)
        living = or_(and_(TAKEN, C.until > now), just)
        # what was just used may have ended meanwhile
        there = C.merchant.in_(tuple(merchants)) & (C.until > now - JUST_USED)
        return await self._all(select(coupons).where(there, living))

    async def open_at(self, offer: str) -> list[Coupon]:
        """Those of an offer that can be used."""
        now = self._session.now
        rows = select(coupons).where(
            C.offer == offer,
            TAKEN,
            C.until > now,
        )
        return await self._all(rows.order_by(C.id))

    async def _all(self, rows: Select[Any]) -> list[Coupon]:
        return [coupon_of(row) for row in await self._session.query(rows)]

    async def used_of(self, person_id: int) -> list[tuple[str, date]]:
        """The offers and days of what they used; older ones are nobody's."""
        used = C.state == CouponState.USED.value
        rows = select(C.offer, C.day).where(C.person_id == person_id, used)
        found = await self._session.query(rows)
        return [(row.offer, date.fromisoformat(row.day)) for row in found]

    # --- whose they are ---

    async def hand_over(
        self,
        person_id: int,
        to: int,
    ) -> None:
        """What one has the other has, even beyond what one may take on a day."""
        same = update(coupons).where(C.person_id == person_id)
        # a place of its own each, which nobody takes
        await self._session.query(same.values(person_id=to, slot=-C.id))

    async def forget(self, person_id: int) -> None:
        """What they could still use goes back; nobody knows any more whose these were."""
        for one in await self.open_of(person_id):
            await self.lapse(one)
        same = update(coupons).where(C.person_id == person_id)
        await self._session.query(same.values(person_id=None))
