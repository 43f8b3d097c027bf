"""Days as dates: 2026-12-01, 12.1, 12月1号, dec 1, 15号, 月底."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from domain.values.text import NUMERALS, whole

AHEAD = 8
"""Years: after at most so many there is a 29 February again."""

NUMBER = f"[0-9]{{1,2}}|[{NUMERALS}]{{1,3}}"
YEAR_BEFORE = r"(?:([0-9]{4})\s*[-/.年]\s*)?"
FIGURES = re.compile(
    rf"{YEAR_BEFORE}([0-9]{{1,2}})\s*[-/.月]\s*([0-9]{{1,2}})\s*[日号]?",
)
COMPACT = re.compile(r"(20[0-9]{2})([01][0-9])([0-3][0-9])")
YEAR_SAID = rf"(?:(今|明|后|[0-9]{{4}}|[{NUMERALS}]{{4}})年\s*)?"
CHINESE = re.compile(
    rf"{YEAR_SAID}({NUMBER})月\s*({NUMBER})\s*[日号]?",
)
YEARS = {
    "今": 0,
    "明": 1,
    "后": 2,
}

NAMES = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
NTH = r"([0-9]{1,2})(?:st|nd|rd|th)?"
WITH_YEAR = r"(?:(?:\s*,\s*|\s+)([0-9]{4}))?"
MONTH_FIRST = re.compile(rf"{MONTH}\s*{NTH}{WITH_YEAR}")
DAY_FIRST = re.compile(rf"(?:the )?{NTH}\s*(?:of )?{MONTH}{WITH_YEAR}")

ALONE = re.compile(rf"(这个?月|本月|下个?月)?\s*({NUMBER})\s*[日号]")
THE_NTH = re.compile(r"(?:the )?()([0-9]{1,2})(?:st|nd|rd|th)")
LAST = ("月底", "月末", "本月底", "这个月底")
LAST_OF_NEXT = ("下月底", "下个月底")


def with_month(said: str, today: date) -> date | None:
    """A day of a month, the month first; without a year the next from today on."""
    for pattern in (FIGURES, COMPACT, CHINESE):
        if found := pattern.fullmatch(said):
            return _dated(found[1] or "", found[2], found[3], today)
    if found := MONTH_FIRST.fullmatch(said):
        return _dated(found[3] or "", _named(found[1]), found[2], today)
    if found := DAY_FIRST.fullmatch(said):
        return _dated(found[3] or "", _named(found[2]), found[1], today)
    return None


def of_month(said: str, today: date) -> date | None:
    """15号, the 15th: the next such day; 下月1号; 月底: the month's last day."""
    if said in (*LAST, *LAST_OF_NEXT):
        months = 2 if said in LAST_OF_NEXT else 1
        return _first(today, months) - timedelta(days=1)
    found = ALONE.fullmatch(said) or THE_NTH.fullmatch(said)
    if found is None:
        return None
    month, nth = found[1], whole(found[2])
    if month:
        first = _first(today, int(month.startswith("下")))
        return made(first.year, first.month, nth)
    return _next(today, nth)


def made(year: int, month: int | None, day: int | None) -> date | None:
    """The date, if there is such a day."""
    try:
        return date(year, month or 0, day or 0)
    except ValueError:
        return None


def soonest(
    find: Callable[[int], date | None],
    today: date,
    most: int,
) -> date | None:
    """The first of `find(0)`, `find(1)`, … that is a day not before today."""
    for step in range(most + 1):
        found = find(step)
        if found is not None and found >= today:
            return found
    return None


def _dated(year: str, month: str, day: str, today: date) -> date | None:
    number = whole(month)
    nth = whole(day)

    def after(years: int) -> date | None:
        return made(today.year + years, number, nth)

    if not year:
        return soonest(after, today, AHEAD)
    if year in YEARS:
        return after(YEARS[year])
    return made(whole(year) or 0, number, nth)


def _named(month: str) -> str:
    return str(NAMES.index(month[:3]) + 1)


def _first(today: date, months: int) -> date:
    """The first day of the month so many months later. Raises ValueError after 9999."""
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return date(year, month + 1, 1)


def _next(today: date, day: int | None) -> date | None:
    def find(step: int) -> date | None:
        first = _first(today, step)
        return made(first.year, first.month, day)

    return soonest(find, today, 12)
