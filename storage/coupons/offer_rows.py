"""Merchants and offers as they stand in their tables."""

from __future__ import annotations

from datetime import date
from typing import Any

from domain.coupons.offer import Merchant, Offer
from storage.station_rows import hours_of, plain_hours


def merchant_of(row: Any) -> Merchant:
    return Merchant(
        row.code,
        row.name,
        row.area,
        row.place,
    )


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
        row.offered,
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
