"""Who serves a grid: they hear of what is ordered there, and may claim it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from domain.people import Person, Role
from handlers.casework.reach import present
from handlers.dialog.scene import Scene

VOLUNTEER = "volunteer"
"""The post whose holders serve."""

SERVING = ("", VOLUNTEER)
"""Those who have no other post look after everything in their area."""

MOST_MEMBERS = 30
"""So many mobile grid members hear of one order at most (ours)."""


async def serves(
    scene: Scene,
    person: Person,
    areas: Iterable[str],
) -> bool:
    """Whether somebody may claim what is ordered in one of these areas: of its staff, or a mobile
    grid member who rides there.
    """
    directory = scene.unit.directory
    wanted = list(areas)
    above = {code for area in wanted for code in directory.path(area)}
    if any(grant.area in above and grant.post in SERVING for grant in person.grants):
        return True
    theirs = await member_grids(scene, person)
    return not theirs.isdisjoint(directory.below(wanted))


async def member_grids(
    scene: Scene,
    person: Person,
) -> set[str]:
    """Where somebody rides as a mobile grid member."""
    if scene.setup.members is None:
        return set()
    return await scene.unit.member_grids.of_person(person.id)


async def serving(
    scene: Scene,
    areas: Sequence[str],
) -> list[Person]:
    """Who hears of an order: the volunteers and members of its areas, and who coordinates the
    nearest.
    """
    unit, directory = scene.unit, scene.unit.directory
    staff = []
    for area in areas:
        staff += directory.post_holders(area, VOLUNTEER)[1]
        staff += directory.nearest(area, Role.COORDINATOR)[1]
    staff = staff or [
        person
        for area in areas
        for person in directory.nearest(
            area,
            *Role,
        )[1]
    ]
    known = present(unit, staff) or staff
    return list(
        dict.fromkeys(
            (
                *known,
                *await _members(
                    scene,
                    areas,
                ),
            )
        )
    )


async def _members(
    scene: Scene,
    areas: Sequence[str],
) -> list[Person]:
    """Those who want to hear of anything."""
    unit = scene.unit
    if scene.setup.members is None:
        return []
    grids = unit.directory.below(areas)
    ids = await unit.member_grids.people(grids, MOST_MEMBERS)
    found = [await unit.people.get(person_id) for person_id in ids]
    return [person for person in found if person is not None and not person.muted]
