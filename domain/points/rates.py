"""What pays how much, and which tier so many points are: an office may change all of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

TIERS = ("bronze", "silver", "gold", "platinum", "diamond", "royal")
"""青铜 白银 黄金 铂金 钻石 王者; the texts are `tier-…`."""
NO_BUDGETS: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True)
class Rates:
    """All figures are ours (facts/community.md R2.4, R2.6) and whole points, but for `a_day` (paid
    hazards of one day), `again` (the same place and category pays once within it) and `wait` (the
    time after which nobody need say any more that it is solved). `by_hand` is the most that
    somebody gives at once (R2.5), `confirm` the time in which a second admin may confirm it. Where
    points expire they end with the year after the one in which they were earned. An `hour` of
    service pays, at most `hours_each` of what is done at once and `hours_a_day` of one day; so does
    a `wish` that somebody else made. What is 0 pays nothing.
    `budgets` are points a year by area code; what lies below such an area is paid from it.
    """

    solved: int = 10
    me_too: int = 2
    hour: int = 10
    hours_each: int = 2
    hours_a_day: int = 4
    wish: int = 10
    a_day: int = 3
    again: timedelta = timedelta(days=14)
    wait: timedelta = timedelta(days=14)
    by_hand: int = 20
    confirm: timedelta = timedelta(days=14)
    expires: bool = True
    tiers: tuple[int, ...] = (0, 50, 150, 400, 1000, 2000)
    budgets: Mapping[str, int] = field(default_factory=lambda: NO_BUDGETS)


def tier(earned: int, rates: Rates) -> str:
    """The highest tier that so many points in all reach."""
    reached = sum(earned >= limit for limit in rates.tiers)
    return TIERS[max(reached, 1) - 1]


def to_next(earned: int, rates: Rates) -> tuple[str, int] | None:
    """The next tier and how many points are missing; None at the top."""
    for name, limit in zip(TIERS, rates.tiers, strict=True):
        if earned < limit:
            return name, limit - earned
    return None


def progress(earned: int, rates: Rates) -> float:
    """How far it is from this tier to the next: 0 to 1, which is the top."""
    reached = [limit for limit in rates.tiers if earned >= limit] or [0]
    coming = rates.tiers[len(reached) :]
    return (earned - reached[-1]) / (coming[0] - reached[-1]) if coming else 1.0


def budget_area(path: Iterable[str], rates: Rates) -> str:
    """The area of this path, nearest first, that has a budget; '' where none has."""
    return next((area for area in path if area in rates.budgets), "")
