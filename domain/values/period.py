"""Some days in a row as people say them: 下周一到周三, 12-01 12-05, tomorrow for 3 days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from domain.values.day import WEEKS, day
from domain.values.span import span
from domain.values.text import spoken

A_DAY = timedelta(days=1)
LONGEST = 60
"""Characters: "from monday, 30 november 2026 to wednesday, 2 december 2026" has 57."""
BESIDE = re.compile(r"从|自|起|开始|共|,|\b(?:from|starting|beginning|since|for|on)\b")
"""What may stand beside a day and says nothing that its place does not."""
WEEK = re.compile(
    r"(上上|上|下下|下|这|本)1?个?(?:周|星期|礼拜)|(?:the )?(last|this|next) week"
)
WEEKEND = re.compile(r"(下|这|本)?1?个?周末|(?:the |this |(next ))?weekend")
TO = re.compile(r"\s*(?:一直到|到|至|~|\bto\b|\bthrough\b|\buntil\b|\btill\b|-+|\s)\s*")
AND = re.compile(r"\s*(?:和|跟|、|&|\band\b)\s*")


@dataclass(frozen=True, slots=True)
class Period:
    """Its first and its last day."""

    first: date
    last: date


def period(text: str, today: date) -> Period | None:
    """The days, or None: of a single day too. A day behind another is the next such after it."""
    said = spoken(text)
    if len(said) > LONGEST or day(said, today) is not None:
        return None
    said = " ".join(BESIDE.sub(" ", said).split())
    found = (
        *_week(said, today),
        *_weekend(said, today),
        *_until(said, today),
        *_between(said, today),
        *_long(said, today),
    )
    return next(iter(found), None)


def _week(said: str, today: date) -> Iterator[Period]:
    """From its Monday on."""
    hit = WEEK.fullmatch(said)
    if hit is not None:
        weeks = WEEKS.get(hit[1] or hit[2], 0)
        monday = today + A_DAY * (7 * weeks - today.weekday())
        yield Period(monday, monday + 6 * A_DAY)


def _weekend(said: str, today: date) -> Iterator[Period]:
    """Its Saturday and its Sunday."""
    hit = WEEKEND.fullmatch(said)
    if hit is not None:
        weeks = 1 if hit[1] == "下" or hit[2] else 0
        monday = today + A_DAY * (7 * weeks - today.weekday())
        yield Period(monday + 5 * A_DAY, monday + 6 * A_DAY)


def _until(said: str, today: date) -> Iterator[Period]:
    """From today to a day, with it."""
    hit = TO.match(said)
    last = day(said[hit.end() :], today) if hit else None
    if last and last > today:
        yield Period(today, last)


def _between(said: str, today: date) -> Iterator[Period]:
    """A day and a later one; with "and" the one after it."""
    for sign, longest in ((AND, A_DAY), (TO, timedelta.max)):
        for hit in sign.finditer(said):
            first = day(said[: hit.start()], today)
            last = _behind(said[hit.end() :], first, today) if first else None
            if first and last and A_DAY <= last - first <= longest:
                yield Period(first, last)


def _behind(said: str, first: date, today: date) -> date | None:
    """后天 is that of today; 周三 may be the one after the first day."""
    found = day(said, today)
    return found if found is not None and found > first else day(said, first)


def _long(said: str, today: date) -> Iterator[Period]:
    """A day and for how long."""
    for cut in range(1, len(said)):
        head, tail = said[:cut].strip(), said[cut:].strip()
        for named, length in ((head, tail), (tail, head)):
            first, days = day(named, today), span(length)
            if first and days and not days % A_DAY:
                yield Period(first, first + days - A_DAY)
