"""A closure with a date in opening hours: `2026 Dec 20-2027 Jan 3 off "painting"`."""

from __future__ import annotations

import re
from datetime import date

from domain.stations.hours import Closure
from domain.stations.written import MONTHS

RULE = re.compile(
    r"(\d{4}) ([A-Z][a-z]{2}) (\d{1,2})"
    r"(?:\s*-\s*(?:(?:(\d{4}) )?([A-Z][a-z]{2}) )?(\d{1,2}))?"
    r'\s+(?:off|closed)(?:\s+"([^"]*)")?'
)


def closure_of(rule: str) -> Closure | None:
    """The closure that a rule is, None for another rule. Raises ValueError for a day that no
    calendar has and for an end before the beginning.
    """
    said = RULE.fullmatch(rule)
    if said is None:
        return None
    year, month, day, last_year, last_month, last_day, why = said.groups()
    first = _date(year, month, day)
    last = _date(last_year or year, last_month or month, last_day or day)
    return Closure(first, last, why or "")


def _date(year: str, month: str, day: str) -> date:
    if month not in MONTHS:
        raise ValueError(f"'{month}' is no month; write one of {' '.join(MONTHS)}")
    try:
        return date(int(year), MONTHS.index(month) + 1, int(day))
    except ValueError:
        raise ValueError(f"there is no {year} {month} {day}") from None
