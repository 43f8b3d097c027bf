"""How counts and durations become rates: never on so few that they say nothing."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

SMALL = 10  # no rate, rank or span on fewer (facts/rules.md)


def share(part: int, whole: int) -> float | None:
    """Part of the whole, 0 to 1; None where so few say nothing."""
    return part / whole if whole >= SMALL else None


def middle(seconds: Sequence[int]) -> float | None:
    """The median; of an even number the mean of the two in the middle. None for so few that they
    say nothing.
    """
    return float(median(seconds)) if len(seconds) >= SMALL else None


def ninetieth(seconds: Sequence[int]) -> float | None:
    """The 90th percentile by nearest rank: the smallest value that nine in ten do not exceed."""
    if len(seconds) < SMALL:
        return None
    rank = -(-9 * len(seconds) // 10)
    return float(sorted(seconds)[rank - 1])
