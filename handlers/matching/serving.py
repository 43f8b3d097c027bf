"""Who serves a grid: they hear of what is ordered there, and may claim it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from domain.people import Grant, Person, Role
from handlers.casework.reach import present
from storage.unit import Unit

VOLUNTEER = "volunteer"
"""The post whose holders serve."""

SERVING = ("", VOLUNTEER)
"""Those who have no other post look after everything in their area."""


async def serves(
    unit: Unit,
    person: Person,
    areas: Iterable[str],
) -> bool:
    """Whether somebody may claim what is ordered in one of these areas."""
    above = {code for area in areas for code in unit.directory.path(area)}
    return any(_counts(grant, above) for grant in person.grants)


def _counts(grant: Grant, areas: Iterable[str]) -> bool:
    return grant.area in areas and grant.post in SERVING


async def serving(
    unit: Unit,
    areas: Sequence[str],
) -> list[Person]:
    """Who hears of an order: the volunteers of its areas, and who coordinates the nearest."""
    directory = unit.directory
    found = []
    for area in areas:
        found += directory.post_holders(area, VOLUNTEER)[1]
        found += directory.nearest(area, Role.COORDINATOR)[1]
    found = found or [
        person
        for area in areas
        for person in directory.nearest(
            area,
            *Role,
        )[1]
    ]
    return list(dict.fromkeys(present(unit, found) or found))
