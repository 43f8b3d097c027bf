"""The night hole: at which hours of the day the places of cases have an open station near."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from domain.calendar import DAY
from domain.distance import METRES_A_DEGREE, distance
from domain.messages import Place
from domain.periods import MIDNIGHT
from domain.special_days import SpecialDays
from domain.stations.hours import Hours, spans_on
from domain.stations.station import Station

NEAR = 1000
"""Metres: the radius of 双15工程, 15 minutes on foot (facts/community.md, section 1)."""
DEGREES = NEAR / METRES_A_DEGREE
HOURS = 24
Open = frozenset[int]
"""The hours of a day in the middle of which a station is open."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a case is, and the local day on which it was filed."""

    place: Place
    day: date


@dataclass(frozen=True, slots=True)
class Reach:
    """`near[h]` of `all` spots have a station within `NEAR` that is open at this hour of their
    day.
    """

    near: tuple[int, ...]
    all: int

    def share(self, hour: int) -> float:
        return self.near[hour] / self.all if self.all else 0.0


def reach(
    spots: Iterable[Spot],
    stations: Sequence[Station],
    special: SpecialDays,
) -> Reach:
    """Counts each spot at each hour. A station whose hours nobody knows helps at none."""
    near = [0] * HOURS
    count = 0
    known: dict[tuple[str, date], Open] = {}
    for spot in spots:
        count += 1
        found: set[int] = set()
        for one in _around(stations, spot.place):
            key = one.code, spot.day
            if key not in known:
                known[key] = open_hours(one.hours, spot.day, special)
            found |= known[key]
        for hour in found:
            near[hour] += 1
    return Reach(tuple(near), count)


def _around(stations: Sequence[Station], place: Place) -> Iterable[Station]:
    for one in stations:
        # most lie too far north or south: no need to reckon
        if abs(one.place.lat - place.lat) > DEGREES:
            continue
        if distance(one.place, place) <= NEAR:
            yield one


def open_hours(hours: Hours | None, day: date, special: SpecialDays) -> Open:
    """By the clock on the wall; the night before reaches into this day."""
    if hours is None:
        return frozenset()
    spans = list(spans_on(hours, day, special))
    for start, end in spans_on(hours, day - DAY, special):
        spans.append((start - MIDNIGHT, end - MIDNIGHT))
    return frozenset(
        hour
        for hour in range(HOURS)
        if any(start <= hour * 60 + 30 < end for start, end in spans)
    )
