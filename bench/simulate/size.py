"""How much there is to simulate, and what was seen."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is to simulate. `step` is how far apart two Units are at least, in minutes;
    `last_word` how many days after the end the last case may take. The hive has a house of its own
    with `hive` riders, and `services` on its menu.
    """

    first: date = date(2026, 1, 1)
    days: int = 365
    district: int = 30_000
    building: int = 3_860
    riders: int = 3_000
    property_staff: int = 6
    step: int = 15
    seed: int = 2026
    nightly_every: int = 7
    last_word: int = 200
    hive: int = 235
    services: int = 1200


def of_the_hive(size: Size) -> Size:
    """The same year by the minute, since a coupon's code is good for two; no nightly figures."""
    return replace(size, step=1, nightly_every=10**6)


@dataclass
class Seen:
    """What was looked at on the way."""

    forgotten: list[str] = field(default_factory=list)
    months: list[tuple[str, int, int, int]] = field(default_factory=list)
    open_at_most: Counter[str] = field(default_factory=Counter)
    carried_at_most: Counter[str] = field(default_factory=Counter)
    troubles: Counter[str] = field(default_factory=Counter)
    events: int = 0
    units: int = 0
    seconds: float = 0.0
    processor: float = 0.0
    all_ended: datetime | None = None
    longest_quiet: tuple[int, str] = (0, "none")
