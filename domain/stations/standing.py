"""Whether a station is open at a moment, until when, and when it opens next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from domain.calendar import DAY
from domain.special_days import SpecialDays
from domain.stations.hours import Hours, spans_on

LOOKED_AHEAD = 366
"""Days: what does not open within a year has no next opening."""
NEVER_CLOSES = timedelta(days=8)
"""Open for longer than any week's hours could say: there is no "until"."""
SOON = timedelta(minutes=30)
"""With less than this left one hears how much it is (facts/community.md R1.2)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """`open` is None where nobody knows the hours. `until` is when it closes, None while it does
    not; `opens` when it opens next, None where that is not known. Both are aware UTC.
    """

    open: bool | None
    until: datetime | None = None
    opens: datetime | None = None

    def left(self, now: datetime) -> timedelta | None:
        """How long it is open yet, where that is so little that one should know."""
        if not self.open or self.until is None or self.until - now >= SOON:
            return None
        return self.until - now


UNKNOWN = Standing(None)


def standing(
    hours: Hours | None,
    now: datetime,
    zone: tzinfo,
    special: SpecialDays,
) -> Standing:
    """How it stands `now` (aware), by the clocks of `zone`."""
    if hours is None:
        return UNKNOWN
    today = now.astimezone(zone).date()
    for start, end in _merged(_spans(hours, today, zone, special)):
        if end <= now:
            continue
        if now < start:
            return Standing(False, opens=start)
        never = end - now >= NEVER_CLOSES
        return Standing(True, until=None if never else end)
    return Standing(False)


def next_opening(
    hours: Hours | None,
    now: datetime,
    zone: tzinfo,
    special: SpecialDays,
) -> datetime | None:
    """When it opens next after what is running now is over; None where that is not known."""
    found = standing(hours, now, zone, special)
    if not found.open:
        return found.opens
    if found.until is None:
        return None
    return standing(hours, found.until, zone, special).opens


Moments = Iterator[tuple[datetime, datetime]]


def _spans(
    hours: Hours,
    today: date,
    zone: tzinfo,
    special: SpecialDays,
) -> Moments:
    """All that begins from yesterday on: yesterday's night may still last."""
    for step in range(-1, LOOKED_AHEAD):
        day = today + step * DAY
        for start, end in spans_on(hours, day, special):
            yield _moment(day, start, zone), _moment(day, end, zone)


def _merged(spans: Moments) -> Moments:
    """What touches is one; what has become too long for a week's hours is not looked at further."""
    begun: tuple[datetime, datetime] | None = None
    for start, end in spans:
        if begun is None:
            begun = start, end
        elif start <= begun[1]:
            begun = begun[0], max(begun[1], end)
        else:
            yield begun
            begun = start, end
        if begun[1] - begun[0] > NEVER_CLOSES + 2 * DAY:
            break
    if begun is not None:
        yield begun


def _moment(day: date, minute: int, zone: tzinfo) -> datetime:
    """As in `domain.working_hours`: a clock time that comes twice is its first."""
    midnight = datetime.combine(day, time(), zone)
    return (midnight + timedelta(minutes=minute)).astimezone(UTC)
