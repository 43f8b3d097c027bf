"""What somebody did for others, as another person says: whether it pays, and how much."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.points.ledger import Why
from domain.points.rates import Rates

CHOICES = (30, 60, 120)
"""Minutes that can be said with one press (ours)."""

KEYS = "served:"
LATEST = timedelta(days=14)
"""So long it may still be said how long it took: what is older is back-dated (ours)."""

BETWEEN_TWO = frozenset({Why.SERVED, Why.WISH})
"""What is done for one person, who says so."""


@dataclass(frozen=True, slots=True)
class Service:
    """`key` is what it is paid for, once; it was done on the local `day` in an `area`, for
    `other_id` where that is one person. A wish takes no time: it is worth the same always.
    """

    key: str
    why: Why
    person_id: int
    area: str
    words: str
    day: date
    minutes: int = 0
    other_id: int | None = None
    case_id: int | None = None

    @property
    def ledger_key(self) -> str:
        """With its day, by which the day's share is counted."""
        return f"{of_day(self.day)}{self.key}"


def is_service(key: str) -> bool:
    """Whether this is the key of one: whoever did it does not learn the number of a case."""
    return key.startswith(KEYS)


def of_day(day: date) -> str:
    """How the keys of one day's services begin."""
    return f"{KEYS}{day.isoformat()}:"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside it: who says so (None: nobody did in time), whether it is their work
    (`staff`), whether the same two had points of each other lately, what the day brought already.
    """

    said_by: int | None
    staff: bool
    again: bool
    had: int


def choices(begun: datetime, ended: datetime) -> Sequence[int]:
    """The minutes that may be said: nothing took longer than from its beginning to its end."""
    took = ended - begun
    return [one for one in CHOICES if timedelta(minutes=one) <= took] or CHOICES[:1]


def in_time(ended: datetime, now: datetime) -> bool:
    return now < ended + LATEST


def _own(service: Service, known: Known) -> bool:
    """Who gains does not confirm."""
    return service.person_id in (known.said_by, service.other_id)


RULES: dict[str, Callable[[Service, Known], bool]] = {
    "own": _own,
    "staff": lambda service, known: known.staff,
    "unsaid": lambda service, known: known.said_by is None,
    "no-time": lambda service, known: not (service.minutes or service.why is Why.WISH),
    "two": lambda service, known: known.again,
}
"""By the reason that stands on the card, in this order."""


def refusal(service: Service, known: Known) -> str:
    """Why it does not pay, '' where it does."""
    return next((why for why, rule in RULES.items() if rule(service, known)), "")


def rate(why: Why, rates: Rates) -> int:
    """Of an hour, or of a wish; 0 where the office pays nothing for it."""
    return rates.wish if why is Why.WISH else rates.hour


def worth(service: Service, rates: Rates, had: int) -> int:
    """In points; of a day no more than its share."""
    if service.why is Why.WISH:
        return rates.wish
    minutes = min(service.minutes, rates.hours_each * 60)
    left = rates.hours_a_day * rates.hour - had
    return max(min(-(-minutes * rates.hour // 60), left), 0)
