"""What the clock does to a listing: nothing ends without a word before and after."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from domain.matching.listing import (
    AT_LEAST,
    GRACE,
    MENU,
    TIMER,
    Listing,
    ListingKind,
    ListingState,
    next_moment,
)
from domain.matching.rights import ListingAct
from domain.people import Person
from handlers.casework.reach import head
from handlers.dialog.scene import Scene
from handlers.matching import hours, menu_clock
from handlers.matching.ending import called_off, off_the_list
from handlers.matching.ordering import offer
from handlers.matching.plans import plan
from handlers.matching.telling import side, tell
from handlers.matching.wording import called, day

A_DAY = timedelta(days=1)
A_WEEK = timedelta(days=7)
Due = Callable[[Scene, Listing], Awaitable[None]]


async def listing_due(
    scene: Scene,
    listing_id: int,
    due_at: datetime,
) -> None:
    """One of its moments has come. While there are no lists here it waits."""
    unit = scene.unit
    if scene.setup.matching is None:
        return unit.timers.set(TIMER, listing_id, unit.now + A_DAY)
    if listing_id == MENU:
        return await menu_clock.menu_due(scene)
    listing = await unit.listings.get(listing_id)
    at = next_moment(listing) if listing is not None else None
    if listing is None or at is None or at > unit.now:
        return unit.timers.set(TIMER, listing_id, at)
    await unit.listings.change(listing_id, looked=listing.looked + 1)
    await _due(listing)(scene, listing)
    await plan(scene, listing_id, AT_LEAST)


def _due(listing: Listing) -> Due:
    if listing.state is ListingState.DRAFT:
        return dropped
    if listing.state is ListingState.DONE:
        return AFTERWARDS[listing.looked]
    steps = PROJECT if listing.kind is ListingKind.PROJECT else LISTED
    return steps[listing.looked]


def _day(
    scene: Scene,
    person: Person,
    until: datetime,
) -> str:
    """The day on which something ends: never sooner than a day after this notice of it."""
    at = max(until, scene.unit.now + AT_LEAST)
    return day(scene, scene.language_of(person), at)


async def dropped(scene: Scene, draft: Listing) -> None:
    """Nobody finished it: whoever began hears so and has their words back."""
    await scene.unit.listings.move(
        draft.id,
        ListingState.DRAFT,
        ListingState.DROPPED,
    )
    keeper = await scene.unit.people.get(draft.keeper_id)
    await tell(scene, keeper, "notice-listing-dropped", draft)


# --- needs and resources ---


async def ends_soon(scene: Scene, listing: Listing) -> None:
    """Whose it is and who filed it are asked whether it still holds; not while a project has it."""
    if await _in_hand(scene, listing):
        return
    for person in await _theirs(scene, listing):
        await tell(
            scene,
            person,
            f"notice-listing-ends-{called(listing)}",
            listing,
            (ListingAct.KEEP, ListingAct.WITHDRAW),
            rings=True,
            about={"day": _day(scene, person, listing.until)},
        )
    if listing.is_order:
        await offer(scene, listing)


async def ended(scene: Scene, listing: Listing) -> None:
    if await _in_hand(scene, listing):
        return await _a_week_anew(scene, listing)
    await off_the_list(scene, listing, ListingState.ENDED)
    for person in await _theirs(scene, listing):
        await tell(scene, person, f"notice-listing-ended-{called(listing)}", listing)


async def _a_week_anew(scene: Scene, listing: Listing) -> None:
    """Its notice counts from now too: else what is old would be asked about at once."""
    now = scene.unit.now
    await scene.unit.listings.change(
        listing.id,
        until=now + A_WEEK,
        since=now,
        looked=0,
    )


async def _in_hand(scene: Scene, listing: Listing) -> bool:
    """Whether it is a need that a project is about to meet: it ends with that."""
    if listing.kind is not ListingKind.NEED:
        return False
    return await scene.unit.listings.project_of(listing.id) is not None


async def _theirs(
    scene: Scene,
    listing: Listing,
) -> list[Person]:
    """Who hears of its end: its side, and who filed it for them."""
    found = [
        await side(
            scene,
            listing,
        ),
        await scene.unit.people.get(listing.keeper_id),
    ]
    return list({one.id: one for one in found if one is not None}.values())


# --- projects ---

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
        about = {"day": _day(scene, in_charge, project.until)}
        acts = (*STEERS, ListingAct.SAY) if order else STEERS
        key = "notice-listing-due-taken" if order else "notice-listing-due"
        await tell(scene, in_charge, key, project, acts, about=about)
    both = needing is not None and resource is not None and resource.side == needing.id
    if needing is not None and not both:
        about = {"day": _day(scene, needing, project.until)}
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
    await _a_week_anew(scene, need)
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


LISTED: tuple[Due, ...] = (ends_soon, ended)
PROJECT: tuple[Due, ...] = (due_soon, overdue, given_back)
AFTERWARDS: tuple[Due, ...] = (hours.unsaid, hours.for_good)
"""By how many of its moments have passed (`domain.matching.listing.moments`)."""
