"""When something is needed or can be had: by kind of day and part of it."""

from __future__ import annotations

from itertools import product

ANY = "any"
DAY_KINDS = ("workday", "weekend")
PARTS = ("day", "evening", "night")
"""From 6, from 18 and from 23 o'clock (ours)."""

Slot = tuple[str, str]

TIMES: dict[str, frozenset[Slot]] = {
    ANY: frozenset(product(DAY_KINDS, PARTS)),
    "workdays": frozenset(product(("workday",), PARTS)),
    "weekends": frozenset(product(("weekend",), PARTS)),
    "days": frozenset(product(DAY_KINDS, ("day",))),
    "evenings": frozenset(product(DAY_KINDS, ("evening",))),
    "nights": frozenset(product(DAY_KINDS, ("night",))),
    "weekend_days": frozenset({("weekend", "day")}),
    "workday_days": frozenset({("workday", "day")}),
}
"""What may be chosen, and the slots that it means."""


def shared(one: str, other: str) -> frozenset[Slot]:
    """The slots that both have; empty where one of them is unknown."""
    return TIMES.get(one, frozenset()) & TIMES.get(other, frozenset())


def named(slots: frozenset[Slot]) -> str:
    """The choice that says these slots with the fewest others, '' where none has them all."""
    fitting = [code for code, have in TIMES.items() if slots and slots <= have]
    return min(fitting, key=lambda code: len(TIMES[code]), default="")
