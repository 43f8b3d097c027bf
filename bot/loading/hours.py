"""Opening hours as OpenStreetMap writes them, read into the house's own: the only file that knows
the library `opening_hours`.

It reads the week and nothing of holidays: with China as the country it knows 6 of the 22 days off
of 2026 and no make-up day. What begins with PH and closures with a date are read here (ADR 0040).
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from opening_hours import OpeningHours, State, validate

from bot.loading.closures import closure_of
from domain.stations.hours import Closure, Hours, Spans
from domain.stations.written import MONTHS

DAY = timedelta(days=1)
MONDAYS = tuple(map(datetime.fromisoformat, ("2025-01-06", "2026-07-06")))
"""Weeks half a year apart: what differs between them is no week."""
WEEKS = 5  # a month's: "the first Monday" differs
HOLIDAYS = re.compile(r"PH(?:\s+(.*))?")
DAYS = r"[A-Z][A-Za-z](?:-[A-Z][a-z])?"
AMONG_DAYS = re.compile(rf"({DAYS}(?:\s*,\s*{DAYS})+)\s+(.+)")
CLOSED = ("off", "closed")
UNFIT = re.compile(
    r"\b(SH|sun(rise|set)|dawn|dusk|unknown|easter|week)\b|\|\||\"|\+|\b\d{4}\b"
    rf"|\b({'|'.join(MONTHS)})\b",
    re.IGNORECASE,
)
NO_WEEK = "only days of the week, times, PH and dated closures are understood here"
AN_EXAMPLE = 'an example is Mo-Fr 08:30-18:00; Sa 10:00-16:00; PH off; 2026 Dec 20 off "painting"'


def hours_of(text: str) -> Hours | None:
    """The hours that a text says, None for an empty one: unknown is not closed.

    Raises ValueError for what is no such text, and for what is more than a week, holidays and
    closures.
    """
    week: list[str] = []
    holidays: Spans | None = None
    closures: list[Closure] = []
    for rule in _rules(text):
        closure = closure_of(rule)
        if closure is not None:
            closures.append(closure)
            continue
        days, holiday = _parted(rule)
        if holiday is not None:
            holidays = () if holiday in CLOSED else _week(holiday)[0]
        if days:
            week.append(days)
    if not week:
        if holidays is not None or closures:
            raise ValueError(f"'{text}' says nothing of a usual week; {AN_EXAMPLE}")
        return None
    return Hours(_week("; ".join(week)), holidays, tuple(closures))


def _rules(text: str) -> list[str]:
    """What stands between the semicolons; one in a comment separates nothing."""
    found = re.findall(r'(?:"[^"]*"|[^;"])+', text)
    return [one.strip() for one in found if one.strip()]


def _parted(rule: str) -> tuple[str, str | None]:
    """What a rule says of days of the week, and of public holidays, None for nothing."""
    alone = HOLIDAYS.fullmatch(rule)
    if alone is not None:
        return "", (alone[1] or "00:00-24:00").strip()
    listed = AMONG_DAYS.fullmatch(rule)
    if listed is None:
        return rule, None
    days = [one.strip() for one in listed[1].split(",")]
    if "PH" not in days:
        return rule, None
    others = ",".join(one for one in days if one != "PH")
    return f"{others} {listed[2]}", listed[2].strip()


def _week(text: str) -> tuple[Spans, ...]:
    """Monday to Sunday of a text without holidays and dates."""
    if UNFIT.search(text):
        raise ValueError(f"'{text}': {NO_WEEK}; {AN_EXAMPLE}")
    if not validate(text):
        raise ValueError(f"'{text}' are no opening hours; {AN_EXAMPLE}")
    parsed = OpeningHours(text)
    weeks = {
        _one_week(parsed, monday + number * 7 * DAY)
        for monday in MONDAYS
        for number in range(WEEKS)
    }
    if len(weeks) != 1:
        raise ValueError(f"'{text}' differs from week to week; {NO_WEEK}")
    return weeks.pop()


def _one_week(parsed: OpeningHours, monday: datetime) -> tuple[Spans, ...]:
    """The spans that begin on each day; one longer than a day is cut at midnights."""
    week: list[list[tuple[int, int]]] = [[] for _ in range(7)]
    # the night before belongs to the Sunday before
    for start, end, state, _ in parsed.intervals(monday - DAY, monday + 8 * DAY):
        if state is State.UNKNOWN:
            raise ValueError(f"'{parsed}': {NO_WEEK}")
        if state is State.OPEN:
            _spread(week, monday, start, end)
    return tuple(map(tuple, week))


def _spread(
    week: list[list[tuple[int, int]]],
    monday: datetime,
    start: datetime,
    end: datetime,
) -> None:
    while start < end:
        midnight = start.replace(hour=0, minute=0)
        number = (midnight - monday).days
        until = end if end - start <= DAY else midnight + DAY
        if 0 <= number < 7:
            span = (_minutes(start - midnight), _minutes(until - midnight))
            week[number].append(span)
        start = until


def _minutes(span: timedelta) -> int:
    return int(span / timedelta(minutes=1))
