"""A time in which nothing was heard of what people said and pressed, and which nobody makes up
for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

LONG = timedelta(seconds=60)
"""What lasts so long is told to admins; what is shorter they can see (ours)."""


@dataclass(frozen=True, slots=True)
class Gap:
    """`until` is None as long as it lasts. `since` is when something was certainly heard last."""

    since: datetime
    until: datetime | None = None

    def lasts(self, now: datetime) -> timedelta:
        return (self.until or now) - self.since

    def is_long(self, now: datetime) -> bool:
        return self.lasts(now) >= LONG
