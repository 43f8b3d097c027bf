"""Working time: what counts when a deadline runs only while somebody works. Times are aware UTC,
spans timedeltas.

Figures and test vectors are those of facts/rules.md ("rules.md"): several periods a day, weekends,
public holidays and China's make-up working days. Clock times are turned into moments as in RFC
5545: one that comes twice (the end of summer time) is its first, one that is skipped counts by the
offset before the gap.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cached_property
from itertools import pairwise
from typing import Protocol

# (from, to) in minutes after local midnight; empty: closed
Periods = tuple[tuple[int, int], ...]

DAY = timedelta(days=1)
ZERO = timedelta(0)
MIDNIGHT = 24 * 60
# so that a mistaken span ends in an error and not in an endless table
FIRST_YEAR, LAST_YEAR = 1970, 2200


class Calendar(Protocol):
    """When somebody works. `add` and `between` take microseconds, however long the span."""

    @property
    def day(self) -> timedelta:
        """The length of one working day: the longest day of the week."""

    def add(self, start: datetime, span: timedelta) -> datetime:
        """`start` plus `span` of working time; at a period's end that end. Raises ValueError for
        a negative span.
        """

    def between(self, start: datetime, end: datetime) -> timedelta:
        """The working time from `start` to `end`; 0 where `end` is not after `start`."""

    def opens(self, at: datetime) -> datetime:
        """The first working moment that is not before `at`."""

    def is_open(self, at: datetime) -> bool:
        """Whether `at` is working time: a period's first moment is, its end is not."""

    def span(self, of: timedelta) -> timedelta:
        """`of` with its whole days as working days: with 7 h a day, 7 days are 49 h; 4 h stay 4
        h.
        """


@dataclass(frozen=True, slots=True)
class RoundTheClock:
    """Every moment is working time."""

    @property
    def day(self) -> timedelta:
        return DAY

    def add(self, start: datetime, span: timedelta) -> datetime:
        return start + _forward(span)

    def between(self, start: datetime, end: datetime) -> timedelta:
        return max(end - start, ZERO)

    def opens(self, at: datetime) -> datetime:
        return at

    def is_open(self, at: datetime) -> bool:
        return True

    def span(self, of: timedelta) -> timedelta:
        return of


AROUND_THE_CLOCK = RoundTheClock()


@dataclass(frozen=True, slots=True)
class _Table:
    """The periods of the years `first` to `last` in order, and the working time before each and
    after the last.
    """

    first: int
    last: int
    starts: list[datetime] = field(default_factory=list)
    ends: list[datetime] = field(default_factory=list)
    done: list[timedelta] = field(default_factory=lambda: [ZERO])

    def worked(self, at: datetime) -> timedelta:
        """The working time from the table's beginning to `at`."""
        i = bisect_right(self.ends, at)
        begun = i < len(self.starts) and self.starts[i] < at
        return self.done[i] + (at - self.starts[i]) if begun else self.done[i]


# covers no year, and any year widens it to just itself
_NO_TABLE = _Table(LAST_YEAR, FIRST_YEAR)


@dataclass(frozen=True)
class WorkingHours:
    """Opening hours: a week from Monday to Sunday, and `days` unlike their weekday (a holiday has
    no periods).

    Raises ValueError for a week that is not seven days or never opens, and for periods as
    `in_order` does. Its methods raise OverflowError where they would have to look outside the years
    1970 to 2200.
    """

    zone: tzinfo
    week: tuple[Periods, ...]
    days: Mapping[date, Periods] = field(default_factory=dict, hash=False)
    _table: _Table = field(default=_NO_TABLE, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if len(self.week) != 7:
            raise ValueError(
                f"a week has 7 days, from Monday to Sunday, and not {len(self.week)}"
            )
        if not any(self.week):
            raise ValueError(
                "the calendar never opens: give at least one day of the week its hours"
            )
        # The dataclass is frozen for everyone else.
        object.__setattr__(
            self, "week", tuple(in_order(periods) for periods in self.week)
        )
        object.__setattr__(
            self, "days", {day: in_order(periods) for day, periods in self.days.items()}
        )

    @cached_property
    def day(self) -> timedelta:
        return timedelta(
            minutes=max(
                sum(end - start for start, end in periods) for periods in self.week
            )
        )

    def add(self, start: datetime, span: timedelta) -> datetime:
        if not _forward(span):
            return self.opens(start)
        table = self._around(start, start)
        wanted = table.worked(start) + span
        while table.done[-1] < wanted:
            table = self._widened(table, table.first, table.last + 1)
        i = bisect_left(table.done, wanted)
        return table.ends[i - 1] - (table.done[i] - wanted)

    def between(self, start: datetime, end: datetime) -> timedelta:
        if end <= start:
            return ZERO
        table = self._around(start, end)
        return table.worked(end) - table.worked(start)

    def opens(self, at: datetime) -> datetime:
        table = self._around(at, at)
        while (i := bisect_right(table.ends, at)) == len(table.ends):
            table = self._widened(table, table.first, table.last + 1)
        return max(at, table.starts[i])

    def is_open(self, at: datetime) -> bool:
        table = self._around(at, at)
        i = bisect_right(table.ends, at)
        return i < len(table.starts) and table.starts[i] <= at

    def span(self, of: timedelta) -> timedelta:
        return of // DAY * self.day + of % DAY

    def _around(self, start: datetime, end: datetime) -> _Table:
        """A table from before `start` to after `end`; a year more on each side, as local years
        begin elsewhere.
        """
        table = self._table
        if table.first < start.year and end.year < table.last:
            return table
        return self._widened(
            table, min(table.first, start.year - 1), max(table.last, end.year + 1)
        )

    def _widened(self, table: _Table, first: int, last: int) -> _Table:
        """`table` from `first` to `last`, kept for the next time. A new one: nobody sees a table
        half made.
        """
        if first < FIRST_YEAR or last > LAST_YEAR:
            raise OverflowError(
                f"working time is known from {FIRST_YEAR + 1} to {LAST_YEAR - 1} only"
            )
        known = table if first == table.first else _Table(first, first - 1)
        made = _Table(
            first, last, known.starts.copy(), known.ends.copy(), known.done.copy()
        )
        for start, end in self._moments(known.last + 1, last):
            # summer time can push one into the next
            start = max(start, made.ends[-1]) if made.ends else start
            if start < end:
                made.starts.append(start)
                made.ends.append(end)
                made.done.append(made.done[-1] + (end - start))
        object.__setattr__(self, "_table", made)
        return made

    def _moments(self, first: int, last: int) -> Iterator[tuple[datetime, datetime]]:
        for number in range(
            date(first, 1, 1).toordinal(), date(last + 1, 1, 1).toordinal()
        ):
            day = date.fromordinal(number)
            periods = self.days.get(day)
            for start, end in self.week[day.weekday()] if periods is None else periods:
                yield self._moment(day, start), self._moment(day, end)

    def _moment(self, day: date, minute: int) -> datetime:
        local = datetime(day.year, day.month, day.day, tzinfo=self.zone) + timedelta(
            minutes=minute
        )
        return local.astimezone(UTC)


def in_order(periods: Iterable[tuple[int, int]]) -> Periods:
    """The periods of one day by time. Raises ValueError for an empty, overlapping or too late
    one.
    """
    ordered = tuple(sorted((start, end) for start, end in periods))
    for start, end in ordered:
        if start < 0 or end > MIDNIGHT:
            raise ValueError(
                f"{_clock(start, end)} does not lie between 00:00 and 24:00"
            )
        if end <= start:
            raise ValueError(
                f"{_clock(start, end)} does not end after it begins; a night is two periods, up to 24:00 and from 00:00"
            )
    for before, after in pairwise(ordered):
        if after[0] < before[1]:
            raise ValueError(f"{_clock(*before)} and {_clock(*after)} overlap")
    return ordered


def _clock(start: int, end: int) -> str:
    return "-".join(f"{minute // 60:02}:{minute % 60:02}" for minute in (start, end))


def _forward(span: timedelta) -> timedelta:
    if span < ZERO:
        raise ValueError(f"working time cannot be added backwards: {span}")
    return span
