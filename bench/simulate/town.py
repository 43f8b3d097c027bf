"""The sample district as the simulation uses it: configuration, staff, spots, and what riders
say.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench.simulate.sayings import (
    EMERGENCIES,
    INSIDE,
    INSIDE_SHARE,
    SAYINGS,
    SURNAMES,
    URGENT_SHARE,
)
from bot.config import reading
from bot.loading.district import load_district
from domain.messages import Address, Place
from domain.people import Grant, Role
from handlers.dialog.setup import Setup
from storage.database import Database
from storage.memory.directory import Directory

SAMPLE = Path(__file__).parents[2] / "bot" / "sample"
CHANNEL = "test"
BUILDING = "G15"
GRIDS = tuple(f"G{n:02d}" for n in range(1, 34))
STREETS = ("S1", "S2", "S3", "S4", "S5")
COORDINATORS = 25
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


@dataclass(frozen=True, slots=True)
class Post:
    """Somebody on the staff."""

    chat: str
    name: str
    grants: tuple[Grant, ...]
    beside: tuple[str, ...] = ()

    @property
    def leads(self) -> bool:
        return any(grant.role is not Role.COORDINATOR for grant in self.grants)


def setup() -> Setup:
    """The default configuration with a calendar and five routing rules; nobody is too fast for a
    frozen clock.
    """
    made = reading.read(CONFIG).setup({CHANNEL: "test:{code}"})
    return replace(made, most_messages_a_minute=10**9)


def _names() -> list[str]:
    return [
        f"{surname}{given}"
        for given in ("明亮", "小军", "海燕", "建国")
        for surname in SURNAMES
    ]


def staff(property_staff: int) -> list[Post]:
    """25 coordinators for 33 grids (the last eight have two), the building's people, units,
    mediators, leads.
    """
    names = iter(_names())
    grids = [grid for grid in GRIDS if grid != BUILDING]
    shared: dict[int, list[str]] = {
        n: [BUILDING] if n == 0 else [] for n in range(COORDINATORS)
    }
    for n, grid in enumerate(grids):
        shared[1 + n % (COORDINATORS - 1)].append(grid)
    made: list[tuple[str, tuple[Grant, ...]]] = [
        (f"coordinator-{n}", tuple(Grant(Role.COORDINATOR, grid) for grid in mine))
        for n, mine in shared.items()
    ]
    for n in range(property_staff):
        made.append(
            (f"house-{n}", (Grant(Role.COORDINATOR, BUILDING, "property_staff"),))
        )
    for unit, count in (
        ("CG", 5),
        ("GA", 3),
        ("DL", 3),
        ("ZJ", 1),
        ("SC", 1),
        ("WY", 1),
    ):
        made += [
            (f"{unit}-{n}", (Grant(Role.COORDINATOR, unit),)) for n in range(count)
        ]
    made += [
        (f"mediator-{n}", (Grant(Role.COORDINATOR, "D", "mediator"),)) for n in range(3)
    ]
    for first in range(0, len(GRIDS), 3):
        three = GRIDS[first : first + 3]
        made.append(
            (f"grid-lead-{first // 3}", tuple(Grant(Role.LEAD, grid) for grid in three))
        )
    made += [(f"street-{code}", (Grant(Role.LEAD, code),)) for code in STREETS]
    made += [
        ("district", (Grant(Role.LEAD, "D"),)),
        ("admin", (Grant(Role.ADMIN, "C"),)),
    ]
    return [Post(chat, next(names), grants) for chat, grants in made]


async def settle(database: Database, people: list[Post]) -> None:
    """The sample district with its people, as an admin and their invitations would have made
    them.
    """
    await load_district(database, SAMPLE)
    async with database.unit() as unit:
        for one in people:
            person = unit.people.meet(Address(CHANNEL, one.chat), one.name, "zh-CN")
            for grant in one.grants:
                await unit.staff.grant(person.id, grant)


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
