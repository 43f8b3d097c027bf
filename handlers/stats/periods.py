"""The periods that people name: 上月, 7天, 2026-10, last week, this year."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from domain.values import past_spans
from domain.values.text import NUMERALS, whole
from handlers.stats.vocabulary import bare, spoken
from storage.figures.scope import DAY

DAYS = "days"
MONTH = "month"
YEAR = "year"
SPAN = "span"
USUAL = "30d"
MOST_DAYS = 3660
NAMED = (
    "today",
    "yesterday",
    "week",
    "last-week",
    "month",
    "last-month",
    "year",
    "last-year",
)
MONTH_WRITTEN = re.compile(r"(20\d\d)\D?(0?[1-9]|1[0-2])\D?")
YEAR_WRITTEN = re.compile(r"20\d\d")
COUNTED = re.compile(rf"(\d{{1,4}}|[{NUMERALS}]{{1,3}})(\D+)")


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last local day.

    `code` is how a button says it again; `how` is the way to name it.
    """

    code: str
    first: date
    last: date
    how: str = SPAN

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def a_year_before(self) -> Period:
        """The same days; of a month that is over the whole month."""
        first = _year_back(self.first)
        if self.how == MONTH:
            last = _year_back(self.last + DAY) - DAY
        else:
            last = _year_back(self.last)
        return replace(self, first=first, last=last)


def usual(today: date) -> Period:
    """The period of whoever names none: thirty days."""
    return _last_days(30, today)


def period(token: str, today: date) -> Period | None:
    """The period that a word names, or None; 7 days and last week are as 7days and lastweek."""
    token = "".join(token.split())
    said = next(
        (name for name in NAMED if token in spoken(name)),
        "",
    )
    if said:
        return _named(said, today)
    if days := past_spans.named(token, today):
        return Period(f"{days[0]}..{days[1]}", *days)
    if written := MONTH_WRITTEN.fullmatch(token):
        return _month(int(written[1]), int(written[2]), today)
    if YEAR_WRITTEN.fullmatch(token):
        return _year(int(token), today)
    counted = COUNTED.fullmatch(bare(token))
    many = whole(counted[1]) if counted else None
    return _counted(many, counted[2], today) if counted and many else None


def _counted(count: int, mark: str, today: date) -> Period | None:
    """7 d, 2 weeks, 10 月 (the last October that has begun), 2025 年."""
    if mark in spoken("years") and 2000 <= count < 2100:
        return _year(count, today)
    if mark in spoken("months") and 1 <= count <= 12:
        return _month(
            today.year - (count > today.month),
            count,
            today,
        )
    if mark in spoken("weeks"):
        count *= 7
    elif mark not in spoken("days"):
        return None
    return _last_days(count, today) if 0 < count <= MOST_DAYS else None


def _last_days(days: int, today: date) -> Period:
    return Period(
        f"{days}d",
        today - DAY * (days - 1),
        today,
        DAYS,
    )


def _named(said: str, today: date) -> Period:
    monday = today - DAY * today.weekday()
    if said.endswith("month"):
        day = today if said == "month" else today.replace(day=1) - DAY
        return _month(day.year, day.month, today)
    if said.endswith("year"):
        return _year(today.year - (said == "last-year"), today)
    first, last = {
        "today": (today, today),
        "yesterday": (today - DAY, today - DAY),
        "week": (monday, today),
        "last-week": (monday - 7 * DAY, monday - DAY),
    }[said]
    return Period(said, first, last)


def _month(year: int, month: int, today: date) -> Period:
    """The month, as far as it has come."""
    first = date(year, month, 1)
    last = (first + timedelta(days=31)).replace(day=1) - DAY
    return Period(
        f"{first:%Y-%m}",
        first,
        max(first, min(last, today)),
        MONTH,
    )


def _year(year: int, today: date) -> Period:
    first = date(year, 1, 1)
    last = min(date(year, 12, 31), today)
    return Period(str(year), first, max(first, last), YEAR)


def _year_back(day: date) -> date:
    """The same day a year before; of the last of February the 28th."""
    nth = min(day.day, 28) if day.month == 2 else day.day
    return day.replace(year=day.year - 1, day=nth)
