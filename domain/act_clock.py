"""The moment of an act, and how long things may take from there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.calendar import Calendar
from domain.case import Case
from domain.deadlines import (
    reach,
    spent,
)
from domain.policies import Limit


@dataclass(frozen=True, slots=True)
class Clock:
    """The moment of an act, and how long things may take in whose working time."""

    now: datetime
    limit: Limit
    calendar: Calendar

    def due(self, limit: timedelta, share: float = 1) -> datetime:
        return reach(self.now, limit, self.calendar, share=share)

    def took(self, case: Case) -> float:
        """Seconds of working time since the case was filed, or was passed on where it waited for
        that first.
        """
        begin = case.filed_at if case.reopened else case.started_at
        span = spent(begin, self.now, self.calendar, case.holds)
        return span.total_seconds()
