"""A call for volunteers (志愿单): so many people at a time and place, the first who press come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

REMINDED = timedelta(hours=2)
"""So long before, those who come are reminded (facts, R6.3)."""

FARTHEST = timedelta(days=60)
"""No errand is further ahead (ours)."""

MOST_WANTED = 50
LONGEST = 200
"""Letters."""

KEPT = timedelta(days=30)
"""So long it is known who came (ours)."""


class ErrandState(StrEnum):
    OPEN = "open"
    OVER = "over"
    CANCELLED = "cancelled"


class Took(StrEnum):
    """What came of a press: TAKEN is theirs, AGAIN was theirs before, FULL is nobody's more."""

    TAKEN = "taken"
    AGAIN = "again"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Errand:
    """`wanted` people at the aware UTC moment `at`, of which so many are still `missing`; `words`
    say what and where. `by` called them, None where they are gone.
    """

    id: int
    area: str
    words: str
    at: datetime
    wanted: int
    missing: int
    by: int | None
    state: ErrandState

    @property
    def coming(self) -> int:
        return self.wanted - self.missing


def next_look(errand: Errand, now: datetime) -> datetime:
    """When its people are reminded; then when it begins."""
    before = errand.at - REMINDED
    return before if now < before else errand.at


def acceptable(at: datetime, now: datetime) -> bool:
    """Whether an errand may begin then."""
    return now < at <= now + FARTHEST
