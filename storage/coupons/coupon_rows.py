"""A coupon as a row of its table, and back."""

from __future__ import annotations

from typing import Any

from domain.coupons.coupon import Coupon, CouponState, How


def coupon_of(row: Any) -> Coupon:
    return Coupon(
        row.id,
        row.offer,
        row.merchant,
        row.person_id,
        CouponState(row.state),
        row.at,
        row.until,
        row.used_at,
        How(row.how) if row.how else None,
        row.noticed,
    )


def row_of(coupon: Coupon) -> dict[str, Any]:
    return {
        "id": coupon.id,
        "offer": coupon.offer,
        "merchant": coupon.merchant,
        "person_id": coupon.person_id,
        "state": coupon.state.value,
        "at": coupon.at,
        "until": coupon.until,
        "used_at": coupon.used_at,
        "how": coupon.how.value if coupon.how else None,
        "noticed": coupon.noticed,
    }
