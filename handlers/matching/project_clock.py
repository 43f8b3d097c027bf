"""What the clock does to a project, and to an order that somebody carries out."""

from __future__ import annotations

from domain.matching.listing import AT_LEAST, GRACE, Listing
from domain.matching.rights import ListingAct
from domain.people import Person
from handlers.casework.reach import head
from handlers.dialog.scene import Scene
from handlers.matching.ending import called_off
from handlers.matching.ordering import offer
from handlers.matching.plans import a_week_anew, plan
from handlers.matching.telling import side, tell
from handlers.matching.wording import day, last_day

Acts = tuple[ListingAct, ...]
STEERS: Acts = (ListingAct.LATER, ListingAct.CALL_OFF)
FINISHES: Acts = (ListingAct.FINISH,)
OPENS: Acts = (ListingAct.SHOW,)


async def due_soon(scene: Scene, project: Listing) -> None:
    """Whoever is in charge is reminded, and the needing side asked."""
    unit = scene.unit
    need = await unit.listings.get(project.need_id)
    resource = await unit.listings.get(project.resource_id)
    in_charge = await unit.people.get(project.keeper_id)
    needing = await side(scene, need)
    order = need is not None and need.is_order
    if in_charge is not None:
        about = {"day": last_day(scene, in_charge, project.until)}
        acts = (*STEERS, ListingAct.SAY) if order else STEERS
        key = "notice-listing-due-taken" if order else "notice-listing-due"
        await tell(scene, in_charge, key, project, acts, about=about)
    both = needing is not None and resource is not None and resource.side == needing.id
    if needing is not None and not both:
        about = {"day": last_day(scene, needing, project.until)}
        acts = (*FINISHES, ListingAct.SAY) if order else FINISHES
        key = "notice-listing-due-need"
        await tell(scene, needing, key, project, acts, about=about)


async def overdue(scene: Scene, project: Listing) -> None:
    """Late: the lead above whoever is in charge hears of it, once. A volunteer is named to nobody
    for it, nor told that they are late (facts, R0.5).
    """
    unit = scene.unit
    need = await unit.listings.get(project.need_id)
    order = need is not None and need.is_order
    in_charge = await unit.people.get(project.keeper_id)
    about = {"name": in_charge.name if in_charge is not None else ""}
    acts = OPENS
    for lead in _above(scene, project):
        key = "notice-listing-late-order" if order else "notice-listing-late"
        await tell(scene, lead, key, project, acts, about=about)
    if in_charge is not None and not order:
        acts = STEERS
        await tell(scene, in_charge, "notice-listing-late-yours", project, acts)
    if order:
        await _asked_once_more(scene, project, need)


async def _asked_once_more(
    scene: Scene, project: Listing, need: Listing | None
) -> None:
    """Before an order goes to others, who ordered it says whether it is done."""
    person = await side(scene, need)
    at = max(project.until + GRACE, scene.unit.now + AT_LEAST)
    about = {"day": day(scene, scene.language_of(person), at)}
    acts = (*FINISHES, ListingAct.SAY)
    key = "notice-listing-late-need"
    await tell(scene, person, key, project, acts, rings=True, about=about)


async def given_back(scene: Scene, project: Listing) -> None:
    """Nobody said that the order is done: others may have it. Both sides hear so."""
    unit = scene.unit
    need = await unit.listings.get(project.need_id)
    if need is None or not need.is_order:
        return
    orderer, had = await side(scene, need), await unit.people.get(project.keeper_id)
    known = [one.id for one in (orderer, had) if one is not None]
    if not await called_off(scene, project, heard=known):
        return
    await a_week_anew(scene, need)
    await plan(scene, need.id)
    again = await unit.listings.get(need.id)
    if again is None or not again.free:
        return
    takes_back = (ListingAct.WITHDRAW,)
    await tell(
        scene, orderer, "notice-listing-back-order", again, takes_back, rings=True
    )
    await tell(scene, had, "notice-listing-back-taken", project)
    await offer(scene, again, project.keeper_id)


def _above(scene: Scene, project: Listing) -> list[Person]:
    """Who leads the lowest level that has a lead other than whoever is in charge."""
    directory = scene.unit.directory
    path = directory.path(project.areas[0]) if project.areas else ()
    for step in range(len(path)):
        leads = head(directory, path, step)[1]
        others = [one for one in leads if one.id != project.keeper_id]
        if others:
            return others
    return []
