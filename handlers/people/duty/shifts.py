"""The hours of a shift as they are typed: 08:00-18:00 12-01, 明天 9点到18点."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import (
    date,
    datetime,
    time,
    timedelta,
)
from zoneinfo import ZoneInfo

from domain.values.day import day
from domain.values.hours import Span, hours
from domain.values.text import plain
from handlers.dialog.turn import Refused

HALF_A_YEAR = timedelta(days=183)
ONE_DAY = timedelta(days=1)


def shift(
    parts: Sequence[str],
    now: datetime,
    zone: ZoneInfo,
) -> tuple[datetime, datetime]:
    """When it begins and ends: today where no day is named, over midnight where it ends early.

    Raises Refused for what is not understood whole and for what is over.
    """
    today = now.astimezone(zone).date()
    found = _first_reading(parts, today)
    if found is None:
        raise Refused("refuse-shift")
    (first, last), on, named = found
    if on - today > HALF_A_YEAR and str(on.year) not in plain(named):
        # 11-01 said on the 23rd of November is no day of next year's autumn
        raise Refused("refuse-shift-past")
    midnight = datetime.combine(on, time(), zone)
    start = midnight + timedelta(minutes=first)
    end = midnight + timedelta(minutes=last)
    end = end if end > start else end + ONE_DAY
    if end <= now:
        raise Refused("refuse-shift-past")
    return start, end


def _first_reading(parts: Sequence[str], today: date) -> tuple[Span, date, str] | None:
    """Hours with a colon before those without, since 12-16 may be hours or a day."""
    cuts = sorted(
        _cuts(parts),
        key=lambda cut: ":" not in plain(cut[0]),
    )
    for said, named in cuts:
        span = hours(said, round_clock=True)
        on = day(named, today) if named else today
        if span is not None and on is not None:
            return span, on, named
    return None


def _cuts(
    parts: Sequence[str],
) -> Iterator[tuple[str, str]]:
    """(hours, day) in either order, the hours first."""
    for place in range(len(parts), 0, -1):
        yield (
            " ".join(parts[:place]),
            " ".join(parts[place:]),
        )
    for place in range(1, len(parts)):
        yield (
            " ".join(parts[place:]),
            " ".join(parts[:place]),
        )
