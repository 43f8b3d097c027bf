"""Who is on the staff of the simulated district, and how they come into the database."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bench.simulate.sayings import SURNAMES
from bench.simulate.town import BUILDING, CHANNEL, GRIDS
from bot.loading.district import load_district
from domain.messages import Address
from domain.people import Grant, Role
from storage.database import Database

SAMPLE = Path(__file__).parents[2] / "bot" / "sample"
STREETS = ("S1", "S2", "S3", "S4", "S5")
COORDINATORS = 25


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
