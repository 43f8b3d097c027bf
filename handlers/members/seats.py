"""Places at errands that are free again because somebody is no member there any more."""

from __future__ import annotations

from domain.errands import ErrandState
from handlers.dialog.scene import Scene
from handlers.members import errand_telling


async def give_up(
    scene: Scene,
    person_id: int,
    leaving: bool = False,
) -> None:
    """Those in areas in which they hold no post, or all where they are `leaving` for good; whoever
    called for each hears so.
    """
    unit = scene.unit
    grids = await unit.member_grids.of_person(person_id)
    person = await unit.people.get(person_id)
    for errand_id in await unit.errands.taken_by(person_id):
        errand = await unit.errands.get(errand_id)
        if errand is None or errand.state is not ErrandState.OPEN:
            continue
        called = not grids.isdisjoint(unit.directory.below([errand.area]))
        if called and not leaving:
            continue
        await unit.errands.drop(errand_id, person_id)
        now = await unit.errands.get(errand_id)
        if now is not None:
            await errand_telling.to_caller(
                scene,
                now,
                "notice-errand-dropped",
                "cancel",
                name=person.name if person else "",
                names=await errand_telling.names(scene, now),
            )
