"""When something is needed or can be had: by the day of the week and the part of it."""

from __future__ import annotations

from itertools import product

ANY = "any"
DAYS = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
WORKDAYS, WEEKEND = DAYS[:5], DAYS[5:]
PARTS = ("day", "evening", "night")
"""From 6, from 18 and from 23 o'clock (ours)."""

Slot = tuple[str, str]

CHOICES: dict[str, frozenset[Slot]] = {
    ANY: frozenset(product(DAYS, PARTS)),
    "workdays": frozenset(product(WORKDAYS, PARTS)),
    "weekends": frozenset(product(WEEKEND, PARTS)),
    "days": frozenset(product(DAYS, ("day",))),
    "evenings": frozenset(product(DAYS, ("evening",))),
    "nights": frozenset(product(DAYS, ("night",))),
    "weekend_days": frozenset(product(WEEKEND, ("day",))),
    "workday_days": frozenset(product(WORKDAYS, ("day",))),
}
"""What may be pressed, and the slots that it means."""

TIMES = CHOICES | {day: frozenset(product((day,), PARTS)) for day in DAYS}
"""What may be said: a single day of the week too."""


def shared(one: str, other: str) -> frozenset[Slot]:
    """The slots that both have; empty where one of them is unknown."""
    return TIMES.get(one, frozenset()) & TIMES.get(other, frozenset())


def named(slots: frozenset[Slot]) -> str:
    """The choice that says these slots with the fewest others, '' where none has them all."""
    fitting = [code for code, have in TIMES.items() if slots and slots <= have]
    return min(fitting, key=lambda code: len(TIMES[code]), default="")
