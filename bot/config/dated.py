"""Days and moments in a file: they name their year, so they mean the same whenever it is read."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from domain.values.day import day
from domain.values.moment import moment

READ_ON = (datetime(2024, 2, 29, tzinfo=UTC), datetime(2026, 11, 5, 12, tzinfo=UTC))
"""Two moments at which a file might be read."""


def day_of(text: str) -> date:
    """Raises ValueError for what is no day, and for one that depends on today."""
    first, second = (day(text, now.date()) for now in READ_ON)
    if first is None or first != second:
        raise ValueError(f"'{text}' is no date; an example is 2027-02-06")
    return first


def moment_of(text: str, zone: ZoneInfo) -> datetime:
    """A local day and time as aware UTC; 24:00 is the end of its day.

    Raises ValueError for what is none, also for a day without a time.
    """
    first, second = (moment(text, now, zone) for now in READ_ON)
    if first is None or first != second or not first.exact:
        raise ValueError(f"'{text}' is no time; an example is 2026-11-23 08:00")
    return first.at.astimezone(UTC)
