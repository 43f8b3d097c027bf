"""Working time laid out in a row, to be looked up."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from domain.calendar import ZERO


@dataclass(frozen=True, slots=True)
class Table:
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

    def until(self, last: int) -> Table:
        """A copy whose years end with `last`, to be filled."""
        copies = self.starts.copy(), self.ends.copy(), self.done.copy()
        return Table(self.first, last, *copies)

    def add(self, start: datetime, end: datetime) -> None:
        """The next period; summer time can push one into the one before."""
        start = max(start, self.ends[-1]) if self.ends else start
        if start < end:
            self.starts.append(start)
            self.ends.append(end)
            self.done.append(self.done[-1] + (end - start))
