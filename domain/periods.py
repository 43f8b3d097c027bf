"""The opening hours of one day."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

# (from, to) in minutes after local midnight; empty: closed
Periods = tuple[tuple[int, int], ...]
MIDNIGHT = 24 * 60


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
                f"{_clock(start, end)} does not end after it begins; a night is two periods,"
                " up to 24:00 and from 00:00"
            )
    for before, after in pairwise(ordered):
        if after[0] < before[1]:
            raise ValueError(f"{_clock(*before)} and {_clock(*after)} overlap")
    return ordered


def _clock(start: int, end: int) -> str:
    return "-".join(f"{minute // 60:02}:{minute % 60:02}" for minute in (start, end))
