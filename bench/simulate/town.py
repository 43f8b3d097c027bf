"""The sample district as the simulation uses it: configuration, spots, and what riders say."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Any

from bench.simulate.sayings import (
    EMERGENCIES,
    INSIDE,
    INSIDE_SHARE,
    SAYINGS,
    URGENT_SHARE,
)
from bot.config import reading
from domain.messages import Place
from handlers.dialog.setup import Setup
from storage.memory.directory import Directory

CHANNEL = "test"
BUILDING = "G15"
GRIDS = tuple(f"G{n:02d}" for n in range(1, 34))
INDOORS = ("building", "fire", "charging", "light", "access")
CONFIG: dict[str, Any] = {
    "calendars": [{"name": "district", "hours": ["09:00-12:00", "14:00-17:30"]}],
    "rules": [
        {
            "name": "building",
            "area": BUILDING,
            "category": list(INDOORS),
            "post": "property_staff",
        },
        {"name": "fire exits", "kind": "hazard", "category": "fire", "verify": True},
        {"name": "rubbish", "kind": "hazard", "category": "rubbish", "office": "CG"},
        {"name": "traffic", "kind": "hazard", "category": "traffic", "office": "GA"},
        {
            "name": "supply",
            "kind": "hazard",
            "category": "utility",
            "office": "DL",
            "urgency": "utility",
        },
    ],
}


@dataclass(frozen=True, slots=True)
class Matter:
    """What a rider has to say. `again` says that somebody has said it before; `scan` that they
    use the QR code.
    """

    words: str
    place: Place
    area: str
    photo: bool
    scan: bool
    again: bool = False
    lazy: bool = False


def setup() -> Setup:
    """The default configuration with a calendar and five routing rules; nobody is too fast for a
    frozen clock.
    """
    made = reading.read(CONFIG).setup({CHANNEL: "test:{code}"})
    return replace(made, most_messages_a_minute=10**9)


class Town:
    """Where things happen and what is said of them."""

    def __init__(self, chance: random.Random, directory: Directory) -> None:
        self.chance = chance
        self.spots = {
            grid: [self._spot(directory, grid) for _ in range(40)] for grid in GRIDS
        }
        self.building = directory.middle(BUILDING)

    def _spot(self, directory: Directory, grid: str) -> Place:
        """A place in the grid: somewhere around its middle that is still inside."""
        middle = directory.middle(grid)
        assert middle is not None
        for spread in (0.006, 0.003, 0.001):
            for _ in range(8):
                lat, lon = (
                    self.chance.gauss(middle.lat, spread),
                    self.chance.gauss(middle.lon, spread),
                )
                place = Place(round(lat, 5), round(lon, 5))
                if directory.locate(place) == grid:
                    return place
        return middle

    def matter(self, area: str, rain: bool) -> Matter:
        chance = self.chance
        inside = area == BUILDING and chance.random() < INSIDE_SHARE
        rows = [SAYINGS[i] for i in INSIDE] if inside else SAYINGS
        said = chance.choice(
            chance.choices(rows, [row[2] if rain else row[1] for row in rows])[0][0]
        )
        if chance.random() < URGENT_SHARE:
            said = chance.choice(EMERGENCIES)
        place = self.building if area == BUILDING else chance.choice(self.spots[area])
        assert place is not None
        words = (
            f"{said}，{chance.randint(1, 30)}楼"
            if inside
            else f"{said}，{chance.randint(1, 400)}号附近"
        )
        return Matter(
            words,
            place,
            area,
            photo=chance.random() < 0.6,
            scan=chance.random() < (0.7 if inside else 0.15),
            lazy=chance.random() < 0.015,
        )
