"""When points end: with the year after they were earned, and the oldest are spent first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from domain.points.ledger import Transfer, Why, lapsed, moved, rider

NOTICE = timedelta(days=30)
"""Between the notice and the end (R2.7, ours)."""


@dataclass(frozen=True, slots=True)
class Move:
    """What one transfer, by its key, brought to what somebody may spend, or took from it."""

    key: str
    at: datetime
    amount: int
    reverses: str | None = None


def year_begins(year: int, zone: tzinfo) -> datetime:
    """Its first moment, local time of the service."""
    return datetime(year, 1, 1, tzinfo=zone)


def next_notice(now: datetime, zone: tzinfo) -> datetime:
    """The next moment after `now` at which it is looked what will end."""
    year = now.astimezone(zone).year + 1
    found = year_begins(year, zone) - NOTICE
    return found if found > now else year_begins(year + 1, zone) - NOTICE


def earned_before(end: datetime, zone: tzinfo) -> datetime:
    """What was earned before this moment ends at `end`, or did so at the last turn of a year
    before it, where the clock comes late.
    """
    return year_begins(end.astimezone(zone).year - 1, zone)


def ending(
    moves: Iterable[Move],
    before: datetime,
    seen: datetime,
) -> int:
    """How many of the points that were earned before one moment are left, by what was booked until
    `seen`. What was taken back was never earned, and what came back was never spent.
    """
    known = [move for move in moves if move.at <= seen]
    undone = {move.reverses for move in known}
    standing = [one for one in known if not one.reverses and one.key not in undone]
    came = sum(one.amount for one in standing if one.amount > 0 and one.at < before)
    gone = sum(one.amount for one in standing if one.amount < 0)
    return max(came + gone, 0)


def lapse(
    person_id: int,
    amount: int,
    year: int,
) -> Transfer:
    """What is left at the end of that year goes; what was earned in all stays."""
    entries = moved(rider(person_id), lapsed(year), amount)
    return Transfer(
        f"lapsed:{year}:{person_id}",
        Why.LAPSED,
        entries,
        person_id,
    )
