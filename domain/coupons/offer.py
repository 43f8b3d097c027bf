"""A merchant (暖蜂商家), what they offer, and whether a coupon of it can be had now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.quiet import next_local
from domain.stations.hours import Hours
from domain.stations.standing import Standing

ASKED_EVERY = timedelta(days=90)
"""So often whether an offer without an end still holds is asked (facts/community.md R3.4)."""
TOLD_BEFORE = timedelta(days=3)
"""So long before an offer's last day its merchant hears of it (ours)."""
MIDNIGHT = 0


@dataclass(frozen=True, slots=True)
class Merchant:
    """`area` '' is everywhere; `place` says in words where the shop is."""

    code: str
    name: str
    area: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """`a_day` is how many coupons one person may take on one day. `supplied` is how many there
    were in all, `left` how many of them are not taken: None for without end. `hours` are those in
    which it holds, None for always, `until` its last day; on the day `paused_on` there are no
    more.
    """

    code: str
    merchant: str
    what: str
    a_day: int = 1
    supplied: int | None = None
    left: int | None = None
    hours: Hours | None = None
    until: date | None = None
    paused_on: date | None = None
    offered: bool = True
    id: int = 0


class Cannot(StrEnum):
    """Why no coupon can be had now; NONE where one can."""

    NONE = ""
    OVER = "over"
    PAUSED = "paused"
    GONE = "gone"
    CLOSED = "closed"


def cannot(
    offer: Offer,
    standing: Standing,
    today: date,
) -> Cannot:
    """`standing` is how it stands by its hours, `today` the local day."""
    if not offer.offered or (offer.until is not None and offer.until < today):
        return Cannot.OVER
    if offer.paused_on == today:
        return Cannot.PAUSED
    if offer.left is not None and offer.left <= 0:
        return Cannot.GONE
    return Cannot.CLOSED if standing.open is False else Cannot.NONE


def coupon_ends(
    standing: Standing,
    now: datetime,
    zone: ZoneInfo,
) -> datetime:
    """A coupon is for this day: until closing time, else until midnight."""
    midnight = next_local(now, MIDNIGHT, zone)
    closes = standing.until
    if closes is None or closes - now > timedelta(days=1):
        return midnight
    return closes


def in_order(
    offers: Iterable[tuple[Offer, Cannot]], near: frozenset[str]
) -> list[tuple[Offer, Cannot]]:
    """What can be had now first, then what `near` merchants offer. What is over is left out."""
    shown = [one for one in offers if one[1] is not Cannot.OVER]

    def place(one: tuple[Offer, Cannot]) -> tuple[bool, bool, str]:
        offer, why = one
        return bool(why), offer.merchant not in near, offer.code

    return sorted(shown, key=place)


def next_look(
    offer: Offer,
    now: datetime,
    zone: ZoneInfo,
) -> datetime | None:
    """When its merchant is to be spoken to about its end; None where it is over."""
    if offer.until is None:
        return now + ASKED_EVERY
    last = datetime.combine(
        offer.until,
        datetime.min.time(),
        zone,
    )
    for at in (last - TOLD_BEFORE, last + timedelta(days=1)):
        if at > now:
            return at
    return None
