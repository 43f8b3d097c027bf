"""Working time by opening hours: a week, and days unlike their weekday.

Figures and test vectors are those of facts/rules.md ("rules.md"): several periods a day, weekends,
public holidays and China's make-up working days. Clock times are turned into moments as in RFC
5545: one that comes twice (the end of summer time) is its first, one that is skipped counts by the
offset before the gap.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cached_property

from domain.calendar import DAY, ZERO, forward
from domain.periods import Periods, in_order
from domain.worktable import Table

# so that a mistaken span ends in an error and not in an endless table
FIRST_YEAR, LAST_YEAR = 1970, 2200
SEVEN_DAYS = "a week has 7 days, from Monday to Sunday, and not {}"
NEVER_OPENS = "the calendar never opens: give at least one day of the week its hours"


# covers no year, and any year widens it to just itself
_NO_TABLE = Table(LAST_YEAR, FIRST_YEAR)


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
    _table: Table = field(default=_NO_TABLE, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if len(self.week) != 7:
            raise ValueError(SEVEN_DAYS.format(len(self.week)))
        if not any(self.week):
            raise ValueError(NEVER_OPENS)
        week = tuple(in_order(periods) for periods in self.week)
        days = {day: in_order(periods) for day, periods in self.days.items()}
        # The dataclass is frozen for everyone else.
        object.__setattr__(self, "week", week)
        object.__setattr__(self, "days", days)

    @cached_property
    def day(self) -> timedelta:
        minutes = (sum(end - start for start, end in day) for day in self.week)
        return timedelta(minutes=max(minutes))

    def add(self, start: datetime, span: timedelta) -> datetime:
        if not forward(span):
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

    def span(self, of: timedelta) -> timedelta:
        return of // DAY * self.day + of % DAY

    def _around(self, start: datetime, end: datetime) -> Table:
        """A table from before `start` to after `end`; a year more on each side, as local years
        begin elsewhere.
        """
        table = self._table
        if table.first < start.year and end.year < table.last:
            return table
        first, last = min(table.first, start.year - 1), max(table.last, end.year + 1)
        return self._widened(table, first, last)

    def _widened(self, table: Table, first: int, last: int) -> Table:
        """`table` from `first` to `last`, kept for the next time. A new one: nobody sees a table
        half made.
        """
        if first < FIRST_YEAR or last > LAST_YEAR:
            raise OverflowError(
                f"working time is known from {FIRST_YEAR + 1} to {LAST_YEAR - 1} only"
            )
        known = table if first == table.first else Table(first, first - 1)
        made = known.until(last)
        for start, end in self._moments(known.last + 1, last):
            made.add(start, end)
        object.__setattr__(self, "_table", made)
        return made

    def _moments(self, first: int, last: int) -> Iterator[tuple[datetime, datetime]]:
        begin, end = date(first, 1, 1), date(last + 1, 1, 1)
        for number in range(begin.toordinal(), end.toordinal()):
            day = date.fromordinal(number)
            for opens, closes in self.days.get(day, self.week[day.weekday()]):
                yield self._moment(day, opens), self._moment(day, closes)

    def _moment(self, day: date, minute: int) -> datetime:
        midnight = datetime(day.year, day.month, day.day, tzinfo=self.zone)
        return (midnight + timedelta(minutes=minute)).astimezone(UTC)
