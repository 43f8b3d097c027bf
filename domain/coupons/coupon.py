"""A coupon: one person's, for one day, used once. Its four figures change every minute, so that a
picture of it is worth nothing two minutes later.
"""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from domain.values.figures import figures

DIGITS = 4
MINUTE = timedelta(minutes=1)
NOTICE = timedelta(hours=1)
"""So long before its end whoever has it hears so, if they took it earlier than that (ours)."""
NAMELESS_AFTER = timedelta(days=1)
"""So long after its end nobody knows any more whose it was: where riders go is nobody's to keep
(facts/community.md R0.3).
"""


class CouponState(StrEnum):
    TAKEN = "taken"
    USED = "used"
    LAPSED = "lapsed"


class How(StrEnum):
    """CODE: the merchant typed it. PRESS: the rider pressed before their eyes."""

    CODE = "code"
    PRESS = "press"


@dataclass(frozen=True, slots=True)
class Coupon:
    """`person_id` is None once it is nobody's any more; `noticed` says that its end was announced,
    `how` how it was used.
    """

    id: int
    offer: str
    merchant: str
    person_id: int | None
    state: CouponState
    at: datetime
    until: datetime
    used_at: datetime | None = None
    how: How | None = None
    noticed: bool = False


# --- the code ---


def code(
    key: bytes,
    coupon_id: int,
    at: datetime,
) -> str:
    """What stands on the coupon in this minute."""
    minute = int(at.astimezone(UTC).timestamp()) // 60
    said = f"coupon\n{coupon_id}\n{minute}".encode()
    value = int.from_bytes(
        hmac.digest(
            key,
            said,
            "sha256",
        )
    )
    return f"{value % 10**DIGITS:0{DIGITS}d}"


def good_until(at: datetime) -> datetime:
    """The end of this minute and of the one after it: so long the code is taken."""
    return at.replace(second=0, microsecond=0) + 2 * MINUTE


def read(said: str) -> str | None:
    """The four figures that were typed, None for what is no such code."""
    return figures(said, DIGITS)


def matching(
    key: bytes, coupons: Sequence[Coupon], typed: str, now: datetime
) -> list[Coupon]:
    """Those whose code this is in this minute, else those whose it was or will be a minute off:
    people read slowly, and clocks differ.
    """
    for moments in ((now,), (now - MINUTE, now + MINUTE)):
        found = [
            one
            for one in coupons
            if any(
                _same(
                    code(
                        key,
                        one.id,
                        at,
                    ),
                    typed,
                )
                for at in moments
            )
        ]
        if found:
            return found
    return []


def _same(right: str, typed: str) -> bool:
    return hmac.compare_digest(right.encode(), typed.encode())


# --- its moments ---


def next_moment(coupon: Coupon) -> datetime | None:
    """When something happens to it by itself: a notice, its end, or that it is nobody's."""
    if coupon.person_id is None:
        return None
    if coupon.state is not CouponState.TAKEN:
        return coupon.until + NAMELESS_AFTER
    before = coupon.until - NOTICE
    return coupon.until if coupon.noticed or before <= coupon.at else before
