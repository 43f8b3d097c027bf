"""How much there is to simulate, and what was seen."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is to simulate. `step` is how far apart two Units are at least, in minutes."""

    first: date = date(2026, 1, 1)
    days: int = 365
    district: int = 30_000
    building: int = 3_860
    riders: int = 3_000
    property_staff: int = 6
    step: int = 15
    seed: int = 2026
    nightly_every: int = 7


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
