"""Some days that are named and lie ahead: 周五, 国庆, 三天, "three days from monday"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo

from domain.values.holidays import holiday
from domain.values.moment import moment
from domain.values.period import Period, period
from domain.values.span import span

A_DAY = timedelta(days=1)


def days_ahead(said: str, now: datetime, zone: tzinfo) -> Period | None:
    """The days, from today on where only how many is said; None for what names no day ahead."""
    today = now.astimezone(zone).date()
    feast = holiday(said, today)
    if feast is not None:
        return _of_holiday(*feast)
    length, days = span(said), period(said, today)
    if length is not None:
        return Period(today, today + max(length, A_DAY) - A_DAY)
    if days is not None:
        ahead = replace(days, first=max(days.first, today))
        return ahead if days.last >= today else None
    found = moment(said, now, zone)
    day: date | None = found.at.astimezone(zone).date() if found else None
    return Period(day, day) if day and day >= today else None


def _of_holiday(days: Period, beside: str) -> Period | None:
    """All of it, or so many days from its first on."""
    length = span(beside)
    if length is not None:
        return Period(days.first, days.first + max(length, A_DAY) - A_DAY)
    return None if beside else days
