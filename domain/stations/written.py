"""A station's hours as OpenStreetMap text, closures last: what is exported, and loaded again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from domain.stations.hours import Closure, Hours, Spans

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)


def written(hours: Hours | None) -> str:
    """The text, '' for hours that nobody knows."""
    return "" if hours is None else "; ".join(_rules(hours))


def _rules(hours: Hours) -> Iterator[str]:
    if hours.round_the_clock:
        yield "24/7"
    else:
        # a comma adds: after a semicolon the next day would cut off the night before
        yield ", ".join(_week(hours.week)) or "Mo-Su off"
        if hours.holidays is not None:
            yield f"PH {times(hours.holidays)}"
    # what comes later wins, so that a closure is never overruled
    yield from map(_closure, hours.closures)


def _week(week: tuple[Spans, ...]) -> Iterator[str]:
    """Days alike that follow one another are one rule; closed ones have none."""
    for first, last, spans in grouped(week):
        days = DAYS[first]
        if last != first:
            days += f"-{DAYS[last]}"
        yield f"{days} {times(spans)}"


def grouped(week: tuple[Spans, ...]) -> Iterator[tuple[int, int, Spans]]:
    """First day, last day and spans of days that follow one another and are alike; closed days
    are left out. Monday is 0.
    """
    numbered = enumerate(week)
    for spans, days in groupby(numbered, key=_spans):
        numbers = [number for number, _ in days]
        if spans:
            yield numbers[0], numbers[-1], spans


def _spans(day: tuple[int, Spans]) -> Spans:
    return day[1]


def times(spans: Spans) -> str:
    """ "08:30-12:00,14:30-18:00"; "off" for none."""
    return ",".join(f"{clock(start)}-{clock(end)}" for start, end in spans) or "off"


def clock(minute: int) -> str:
    """A night's end is said by the clock: minute 1800 is 06:00."""
    if minute > 24 * 60:
        minute -= 24 * 60
    return f"{minute // 60:02}:{minute % 60:02}"


def _closure(closure: Closure) -> str:
    days = _day(closure.first)
    if closure.last != closure.first:
        days += f"-{_day(closure.last)}"
    why = closure.why.replace('"', "'")
    return f'{days} off "{why}"' if why else f"{days} off"


def _day(day: date) -> str:
    return f"{day.year} {MONTHS[day.month - 1]} {day.day:02}"
