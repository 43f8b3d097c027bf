"""Who serves a grid: they hear of what is ordered there, and may claim it."""

from __future__ import annotations

from collections.abc import Sequence

from domain.matching.fields import is_confidential
from domain.matching.listing import Listing
from domain.people import Person, Role
from handlers.casework.reach import present
from handlers.dialog.scene import Scene

VOLUNTEER = "volunteer"
"""The post whose holders serve."""

SERVING = ("", VOLUNTEER)
"""Those who have no other post look after everything in their area."""

MOST_MEMBERS = 30
"""So many mobile grid members hear of one order at most (ours)."""


def of_staff_alone(scene: Scene, order: Listing) -> bool:
    """Whether what was ordered is nobody's to know but the staff's."""
    given = scene.setup.matching
    return given is not None and is_confidential(order.category, given.fields)


async def serves(
    scene: Scene,
    person: Person,
    order: Listing,
) -> bool:
    """Whether somebody may claim an order: of the staff of its area, a volunteer or a mobile grid
    member there.
    """
    directory, alone = scene.unit.directory, of_staff_alone(scene, order)
    above = {code for area in order.areas for code in directory.path(area)}
    posts = ("",) if alone else SERVING
    if any(grant.area in above and grant.post in posts for grant in person.grants):
        return True
    if alone:
        return False
    rides = await member_grids(scene, person)
    return not rides.isdisjoint(directory.below(order.areas))


async def member_grids(
    scene: Scene,
    person: Person,
) -> set[str]:
    """Where somebody rides as a mobile grid member."""
    if scene.setup.members is None:
        return set()
    return await scene.unit.member_grids.of_person(person.id)


def coordinating(scene: Scene, order: Listing) -> list[Person]:
    """Who coordinates the nearest, there or not; where nobody does, who else is of the staff."""
    directory = scene.unit.directory
    for roles in ((Role.COORDINATOR,), tuple(Role)):
        found = [
            person
            for area in order.areas
            for person in directory.nearest(area, *roles)[1]
        ]
        if found:
            return list(dict.fromkeys(found))
    return []


async def serving(
    scene: Scene,
    order: Listing,
) -> list[Person]:
    """Who hears of an order: who coordinates the nearest, and where others may know of it the
    volunteers and members of its areas.
    """
    unit, directory = scene.unit, scene.unit.directory
    staff = coordinating(scene, order)
    known = present(unit, staff) or staff
    if of_staff_alone(scene, order):
        return list(dict.fromkeys(known))
    volunteers = [
        person
        for area in order.areas
        for person in directory.post_holders(area, VOLUNTEER)[1]
    ]
    members = await _members(scene, order.areas)
    return list(
        dict.fromkeys(
            (
                *present(
                    unit,
                    volunteers,
                ),
                *known,
                *members,
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
