"""A gift, and what an office may set about all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class GiftTerms:
    """`keeps` is how long an ordered gift is kept for whoever ordered it (R3.1), `notice` how long
    before its end they hear so (ours).
    """

    keeps: timedelta = timedelta(days=14)
    notice: timedelta = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Gift:
    """`points` is its price. `supplied` is how many there were in all, `left` how many of them
    nobody has ordered. `area` '' is everywhere; `keeper` is the office or area whose people hand
    it over, '' whoever looks after `area`; `place` says in words where that is.
    """

    code: str
    name: str
    points: int
    supplied: int
    left: int
    area: str = ""
    keeper: str = ""
    place: str = ""
