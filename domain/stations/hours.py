"""The opening hours of a station: a week, what holds on public holidays, and days it is closed.

A night belongs to the day on which it begins: it is not cut at midnight.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from domain.periods import MIDNIGHT
from domain.special_days import SpecialDays

Spans = tuple[tuple[int, int], ...]
"""(from, to) in minutes after the day's local midnight; what ends after 1440 ends the next day."""

FRIDAY, SATURDAY = 4, 5
ALL_DAY: Spans = ((0, MIDNIGHT),)


@dataclass(frozen=True, slots=True)
class Closure:
    """Closed from the first day to the last, both included."""

    first: date
    last: date
    why: str = ""

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"the closure ends before it begins: {self.last}")


@dataclass(frozen=True, slots=True)
class Hours:
    """`week` is from Monday to Sunday; `holidays` is what holds on a public holiday, None where
    that is its weekday. Closures go before everything.

    Raises ValueError for a week that is not seven days, and for spans as `checked` does.
    """

    week: tuple[Spans, ...]
    holidays: Spans | None = None
    closures: tuple[Closure, ...] = ()

    def __post_init__(self) -> None:
        if len(self.week) != 7:
            raise ValueError(f"a week has 7 days, and not {len(self.week)}")
        for spans in (*self.week, self.holidays or ()):
            checked(spans)

    @property
    def round_the_clock(self) -> bool:
        """Whether it never closes but for closures."""
        always = all(spans == ALL_DAY for spans in self.week)
        return always and self.holidays in (None, ALL_DAY)


def checked(spans: Iterable[tuple[int, int]]) -> Spans:
    """The spans by time. Raises ValueError for an empty, overlapping or too long one."""
    ordered = tuple(sorted(spans))
    for start, end in ordered:
        if not 0 <= start < MIDNIGHT or not start < end <= start + MIDNIGHT:
            raise ValueError(f"from minute {start} to {end} is no span of a day")
    for before, after in pairwise(ordered):
        if after[0] < before[1]:
            raise ValueError(f"two spans overlap at minute {after[0]}")
    return ordered


def closure_on(hours: Hours, day: date) -> Closure | None:
    """The closure that this day lies in."""
    found = (one for one in hours.closures if one.first <= day <= one.last)
    return next(found, None)


def spans_on(hours: Hours, day: date, special: SpecialDays) -> Spans:
    """What begins on this day. A weekend day that is worked has the hours of the working day
    next to it; a holiday that the hours say nothing of is like its weekday.
    """
    if closure_on(hours, day) is not None:
        return ()
    if day in special.off and hours.holidays is not None:
        return hours.holidays
    weekday = day.weekday()
    if day in special.made_up and weekday >= SATURDAY:
        return hours.week[FRIDAY if weekday == SATURDAY else 0]
    return hours.week[weekday]
