"""When riders file: hour of the day, weekday, season, holidays, rain. Weights by judgement; the
totals are exact.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo

from bot.config.holidays import china

ZONE = ZoneInfo("Asia/Shanghai")
DAY = timedelta(days=1)
# From midnight on: few at night, most around the meals, when the riders are in the buildings.
HOURS = (
    2,
    1,
    0.6,
    0.4,
    0.4,
    0.8,
    2,
    4,
    6,
    7,
    9,
    13,
    12,
    8,
    6,
    6,
    7,
    12,
    13,
    10,
    7,
    5,
    4,
    3,
)
# people order more from Friday to Sunday
WEEKDAYS = (1.05, 1.0, 1.0, 1.0, 1.1, 1.15, 1.05)
# rain and heat, and the cold
SEASONS = (1.0, 0.75, 0.9, 0.95, 0.95, 1.1, 1.25, 1.25, 1.05, 0.95, 1.0, 1.1)
HOLIDAY = 0.55  # half the riders are at home
RAIN = 1.45
# days with rain, by month
RAINY = (0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.35, 0.4, 0.3, 0.15, 0.15, 0.15)


@dataclass(frozen=True, slots=True)
class Moment:
    """When something is filed, and whether it rains then."""

    at: datetime
    rain: bool


def days_of(first: date, count: int) -> list[date]:
    return [first + DAY * n for n in range(count)]


def weather(chance: random.Random, days: list[date]) -> set[date]:
    """The days on which it rains; one wet day makes the next more likely."""
    wet: set[date] = set()
    for day in days:
        odds = RAINY[day.month - 1]
        if chance.random() < (odds + 0.25 if day - DAY in wet else odds - 0.08):
            wet.add(day)
    return wet


def moments(
    chance: random.Random, days: list[date], wet: set[date], count: int
) -> Iterator[Moment]:
    """`count` moments over these days, in no order."""
    off, made_up = china()
    weights = []
    for day in days:
        weight = (
            WEEKDAYS[day.weekday()]
            * SEASONS[day.month - 1]
            * (RAIN if day in wet else 1)
        )
        weights.append(weight * (HOLIDAY if day in off and day not in made_up else 1))
    by_day, by_hour = list(accumulate(weights)), list(accumulate(HOURS))
    for _ in range(count):
        day = days[bisect_right(by_day, chance.random() * by_day[-1])]
        hour = bisect_right(by_hour, chance.random() * by_hour[-1])
        local = datetime.combine(day, time(hour), ZONE) + timedelta(
            seconds=chance.randrange(3600)
        )
        yield Moment(local.astimezone(UTC), day in wet)
