"""Periods with two ends or a name of their own: 11月1日到11月15日, 第三季度, 上半年, Q3."""

from __future__ import annotations

import re
from datetime import date

from domain.values.day import past_day
from domain.values.english_dates import in_figures
from domain.values.text import whole
from domain.values.wide_spans import wide

DAY = r"(?<!\d)(?:20\d\d\s*[-/.年]\s*)?[01]?\d\s*[-/.月]\s*[0-3]?\d(?:\s*[日号])?(?![\d月])"
TO = r"(?:\s*(?:到|至|~|～|—+|–|\.\.|\bto\b|\s-\s|(?<=[日号])-)\s*|\s+)"
SPAN = re.compile(
    rf"(?:从|自|\bfrom\s+)?(?P<first>{DAY}){TO}(?P<last>{DAY}|[0-3]?\d\s*[日号](?!楼))",
    re.IGNORECASE,
)
CODED = re.compile(r"(20\d\d-\d\d-\d\d)\.\.(20\d\d-\d\d-\d\d)")
PART = re.compile(r"(?:(20\d\d)年?-?)?(?:(q)([1-4])|(h)([12]))")
IN_CHINESE = re.compile(
    r"(?:(20\d\d)年?)?(?:第?([1-4一二三四])个?季度|([上下])半年度?)"
)
THIS = re.compile(r"本季度?|这个?季度?|this\s*quarter")
LAST = re.compile(r"上一?个?季度?|last\s*quarter")
MONTH = re.compile(r".*[-月](?=\d)")
MONTHS = {
    "q": 3,
    "h": 6,
}
Days = tuple[date, date]


def coded(
    words: str,
    today: date,
) -> str:
    """The words with each such span in one piece, as a button says it."""

    def piece(hit: re.Match[str]) -> str:
        days = _between(hit, today)
        return f" {days[0]}..{days[1]} " if days else hit[0]

    words = SPAN.sub(piece, in_figures(words))
    if found := wide(words, today):
        hit, (first, last) = found
        return f"{words[: hit.start()]} {first}..{last} {words[hit.end() :]}"
    return words


def named(
    token: str,
    today: date,
) -> Days | None:
    """Its first and its last day; None for what names none."""
    token = in_figures(token)
    if hit := CODED.fullmatch(token):
        first, last = _dated(hit[1]), _dated(hit[2])
        return _ordered(first, last) if first and last else None
    if hit := SPAN.fullmatch(token):
        return _between(hit, today)
    found = wide(token, today)
    if found and found[0][0] == token:
        return found[1]
    if re.fullmatch(DAY, token):
        one = past_day(_plain(token), today)
        return (one, one) if one else None
    return _part(token, today) or _this_or_last(token, today)


def within(
    words: str,
    today: date,
) -> Days | None:
    """The first that stands among other words."""
    words = in_figures(words)
    if hit := SPAN.search(words):
        return _between(hit, today)
    if found := wide(words, today):
        return found[1]
    for pattern in (
        IN_CHINESE,
        LAST,
        THIS,
        re.compile(DAY),
    ):
        hit = pattern.search(words)
        if hit and hit[0]:
            return named("".join(hit[0].split()), today)
    return None


def _between(
    hit: re.Match[str],
    today: date,
) -> Days | None:
    """The last such days that have begun."""
    last = past_day(_with_month(_plain(hit["first"]), _plain(hit["last"])), today)
    first = past_day(_plain(hit["first"]), last) if last else None
    return _ordered(first, last) if first and last else None


def _with_month(first: str, last: str) -> str:
    """The 15th of 11月1号到15号 is of the same month."""
    month = MONTH.match(first)
    return f"{month[0]}{last}" if month and last[:-1].isdecimal() else last


def _dated(said: str) -> date | None:
    """None for a day that no calendar has: it may be typed too."""
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def _ordered(
    first: date,
    last: date,
) -> Days | None:
    return (first, last) if first <= last else None


def _plain(said: str) -> str:
    return "".join(said.split()).replace(".", "-").replace("/", "-")


def _part(
    token: str,
    today: date,
) -> Days | None:
    """A quarter or a half; without a year the last that has begun."""
    hit, chinese = PART.fullmatch(token), IN_CHINESE.fullmatch(token)
    if hit is not None:
        year, kind = hit[1], hit[2] or hit[4]
        number = int(hit[3] or hit[5])
    elif chinese is not None:
        year, kind = chinese[1], "q" if chinese[2] else "h"
        half = 1 if chinese[3] == "上" else 2
        number = (whole(chinese[2]) or 0) if chinese[2] else half
    else:
        return None
    month = (number - 1) * MONTHS[kind] + 1
    begun = today.year - (month > today.month)
    return _months(int(year) if year else begun, month, MONTHS[kind], today)


def _this_or_last(
    token: str,
    today: date,
) -> Days | None:
    """This quarter, or the one before."""
    months = today.year * 12 + (today.month - 1) // 3 * 3
    if LAST.fullmatch(token):
        months -= 3
    elif not THIS.fullmatch(token):
        return None
    return _months(months // 12, months % 12 + 1, 3, today)


def _months(
    year: int,
    month: int,
    many: int,
    today: date,
) -> Days:
    """So many months, as far as they have come."""
    first, behind = date(year, month, 1), year * 12 + month - 1 + many
    last = date.fromordinal(date(behind // 12, behind % 12 + 1, 1).toordinal() - 1)
    return first, max(first, min(last, today))
