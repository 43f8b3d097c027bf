"""What somebody on the staff has before them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(slots=True)
class Card:
    """What somebody last saw of a case."""

    number: str
    message_id: str
    acts: frozenset[str]
    mine: bool
    urgent: bool
    short: bool


@dataclass
class Leave:
    """Days away, the last one included; `told` says that they announce it themselves."""

    first: date
    last: date
    told: bool
