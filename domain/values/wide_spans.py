"""Spans from month to month and from day to day as they are called, 9月到11月, 上周一到昨天;
and the week before the last: 上上周.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from domain.values.day import day

YEAR = r"(?:20\d\d)\s*[-/.年]\s*"
OF_YEAR = r"(?:1[0-2]|0?[1-9])"
MONTH = rf"(?:(?:{YEAR})?{OF_YEAR}\s*月份?(?!\d)|20\d\d[-/.]{OF_YEAR}(?![-/.\d]))"
FIRST = rf"(?:{MONTH}|(?<!\d)(?:{YEAR})?{OF_YEAR}(?=\s*(?:到|至|~|～|-|—)))"
TO = r"\s*(?:到|至|~|～|-|—|\bto\b)\s*"
OF_WEEKS = r"(?:上{1,2}|这|本)个?(?:周|星期|礼拜)[一二三四五六日天]"
NEAR = rf"(?:大?前[天日]|昨[天日]|今[天日]|{OF_WEEKS})"
OF_MONTHS = re.compile(rf"(?:从|自)?(?P<first>{FIRST}){TO}(?P<last>{MONTH})")
OF_DAYS = re.compile(rf"(?:从|自)?(?P<first>{NEAR}){TO}(?P<last>{NEAR})")
OF_WEEK = re.compile(r"上上个?(?:周|星期|礼拜)(?![一二三四五六日天])")
OF_FEAST = re.compile(r"(国庆|五一|劳动节|元旦)(?:节|假期|期间|长假|那几天|黄金周)*")
FEASTS = {"国庆": (10, 1, 7), "五一": (5, 1, 5), "劳动节": (5, 1, 5), "元旦": (1, 1, 3)}
"""The month, and the first and the last day of those that move with no moon (State Council)."""
PARTED = re.compile(r"(?:(20\d\d)\D+)?(\d{1,2})\D*")
A_DAY = timedelta(days=1)
A_WEEK = timedelta(days=7)
YEAR_OF_MONTHS = 12
Days = tuple[date, date]
Found = tuple[re.Match[str], Days]


def wide(
    words: str,
    today: date,
) -> Found | None:
    """Where the first of them stands, and its days; None where there is none that has begun."""
    if hit := OF_MONTHS.search(words):
        days = _months(hit, today)
        return (hit, days) if days else None
    if hit := OF_DAYS.search(words):
        first, last = day(hit["first"], today), day(hit["last"], today)
        begun = first and last and first <= last <= today
        return (hit, (first, last)) if first and last and begun else None
    if hit := OF_FEAST.search(words):
        return hit, _feast(hit[1], today)
    if hit := OF_WEEK.search(words):
        monday = today - A_DAY * today.weekday() - 2 * A_WEEK
        return hit, (monday, monday + A_WEEK - A_DAY)
    return None


def _feast(
    name: str,
    today: date,
) -> Days:
    """The last one that has begun."""
    month, first, last = FEASTS[name]
    year = today.year - (date(today.year, month, first) > today)
    return date(year, month, first), date(year, month, last)


def _months(
    hit: re.Match[str],
    today: date,
) -> Days | None:
    """The last such months that have begun, as far as they have come."""
    first, last = PARTED.fullmatch(hit["first"]), PARTED.fullmatch(hit["last"])
    if first is None or last is None:
        return None
    end_month, begin_month = int(last[2]), int(first[2])
    end_year = int(last[1] or first[1] or today.year - (end_month > today.month))
    begin_year = int(first[1] or end_year - (begin_month > end_month))
    begin = date(begin_year, begin_month, 1)
    behind = end_year * YEAR_OF_MONTHS + end_month
    end = date(behind // YEAR_OF_MONTHS, behind % YEAR_OF_MONTHS + 1, 1) - A_DAY
    ordered = begin <= end and begin <= today
    return (begin, min(end, today)) if ordered else None
