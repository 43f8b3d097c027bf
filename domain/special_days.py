"""Days unlike their weekday: public holidays, and weekend days that make up for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SpecialDays:
    """`off` are the days off of a public holiday, `made_up` weekend days that are worked."""

    off: frozenset[date] = frozenset()
    made_up: frozenset[date] = frozenset()


NONE = SpecialDays()
Known = Callable[[], SpecialDays]
"""Gives them when they are first asked for: to know them costs a third of a second."""


def none() -> SpecialDays:
    """Where no holidays are kept."""
    return NONE
