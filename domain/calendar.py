"""Working time: what counts when a deadline runs only while somebody works. Times are aware UTC,
spans timedeltas; `domain/working_hours.py` has the calendar that opens and closes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

DAY = timedelta(days=1)
ZERO = timedelta(0)


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
        """The first working moment that is not before `at`: a period's first moment is one, its end
        is none.
        """

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
        return start + forward(span)

    def between(self, start: datetime, end: datetime) -> timedelta:
        return max(end - start, ZERO)

    def opens(self, at: datetime) -> datetime:
        return at

    def span(self, of: timedelta) -> timedelta:
        return of


AROUND_THE_CLOCK = RoundTheClock()


def forward(span: timedelta) -> timedelta:
    """The span itself. Raises ValueError for a negative one: time is never added backwards."""
    if span < ZERO:
        raise ValueError(f"working time cannot be added backwards: {span}")
    return span
