"""An ordered gift: points held for it, six figures that fetch it, and an end of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.gifts.gift import GiftTerms
from domain.points.ledger import Transfer, Why, held, moved, rider
from domain.values.figures import figures

DIGITS = 6
AT_LEAST = timedelta(days=1)
"""However late the clock comes, nothing lapses sooner after the notice of it (ours)."""


class OrderState(StrEnum):
    """OPEN waits to be fetched; of all others the points have gone one way or the other.
    LEFT is of whoever left with it open.
    """

    OPEN = "open"
    HANDED = "handed"
    LAPSED = "lapsed"
    CANCELLED = "cancelled"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Order:
    """`person_id` is whose it is, None of somebody who left; `by` who ended it, None for the
    clock. `noticed` says that its end was announced.
    """

    id: int
    gift: str
    person_id: int | None
    points: int
    code: str
    state: OrderState
    at: datetime
    until: datetime
    noticed: bool = False
    ended_at: datetime | None = None
    by: int | None = None


def read(said: str) -> str | None:
    """The six figures that were typed or scanned, None for what is no such code."""
    return figures(said, DIGITS)


def shown(code: str) -> str:
    """'123 456', as it is read out."""
    half = DIGITS // 2
    return f"{code[:half]} {code[half:]}"


def next_moment(order: Order, terms: GiftTerms) -> datetime | None:
    """When somebody hears of its end, or it ends; None for one that has ended."""
    if order.state is not OrderState.OPEN:
        return None
    return order.until if order.noticed else order.until - terms.notice


# --- its points ---


def hold(order: Order, name: str) -> Transfer:
    """Not to spend any more; `name` is the gift's, for the card."""
    theirs = rider(order.person_id or 0)
    entries = moved(
        theirs,
        held(order.id),
        order.points,
    )
    key, whose = key_of(order), order.person_id
    return Transfer(
        key,
        Why.ORDERED,
        entries,
        whose,
        by=whose,
        words=name,
    )


def spend(
    order: Order,
    bank: str,
    by: int | None,
) -> Transfer:
    """It was handed over: the points go back to the bank."""
    entries = moved(
        held(order.id),
        bank,
        order.points,
    )
    return Transfer(
        f"handed:{order.id}",
        Why.HANDED,
        entries,
        by=by,
    )


def release(order: Order, by: int | None) -> Transfer:
    """It was not: the counter-transfer of the hold, to whoever's order it is now."""
    theirs = rider(order.person_id or 0)
    entries = moved(
        held(order.id),
        theirs,
        order.points,
    )
    key = key_of(order)
    return Transfer(
        f"back:{key}",
        Why.RETURNED,
        entries,
        order.person_id,
        by=by,
        reverses=key,
    )


def key_of(order: Order) -> str:
    return f"order:{order.id}"
