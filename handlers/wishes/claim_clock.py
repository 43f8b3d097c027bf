"""What the clock does to a wish that somebody has: reminded, given back, handed over, looked at."""

from __future__ import annotations

from datetime import timedelta

from domain.wishes.moments import longer
from domain.wishes.rights import WishAct
from handlers.dialog.scene import Scene
from handlers.wishes.claiming import back_on_the_list
from handlers.wishes.clockwork import last_day
from handlers.wishes.found import Found
from handlers.wishes.handing import HANDED
from handlers.wishes.telling import Letter, to_carer, to_claimer, to_wisher


async def _no_place(scene: Scene, found: Found) -> bool:
    """Whether they cannot hand it over, since nobody has said where: then the claim does not run
    out, and whoever names the place is asked. The claimer hears so once.
    """
    wish, claim, unit = found.wish, found.claim, scene.unit
    if wish is None or claim is None or wish.place:
        return False
    until = max(claim.until, longer(claim, unit.now))
    await unit.claims.until(found.case.id, until)
    await unit.wishes.change(found.case.id, looked=0)
    letter = Letter("notice-wish-place-waited", (WishAct.PLACE,), rings=True)
    await to_carer(scene, found, letter)
    given = scene.setup.wishes
    if given and claim.until - claim.at <= timedelta(days=given.claim_days):
        person = await unit.people.get(claim.claimer_id)
        about = {"day": last_day(scene, person, until)}
        acts = (WishAct.SAY, WishAct.GIVE_BACK)
        await to_claimer(scene, found, Letter("notice-wish-no-place", acts, about))
    return True


async def remind(scene: Scene, found: Found) -> None:
    if await _no_place(scene, found):
        return
    claim = found.claim
    claimer_id = claim.claimer_id if claim else None
    person = await scene.unit.people.get(claimer_id)
    day = last_day(
        scene,
        person,
        claim.until if claim else None,
    )
    letter = Letter(
        "notice-wish-due",
        (WishAct.HAND, WishAct.SAY, WishAct.GIVE_BACK),
        {"day": day},
    )
    await to_claimer(
        scene,
        found,
        letter,
    )


async def lapsed(scene: Scene, found: Found) -> None:
    """Back on the list, with thanks for trying."""
    if await _no_place(scene, found):
        return
    await back_on_the_list(scene, found)
    await to_claimer(
        scene,
        found,
        Letter("notice-wish-lapsed"),
    )


async def handed_again(scene: Scene, found: Found) -> None:
    await to_wisher(
        scene,
        found,
        HANDED,
    )


async def look(scene: Scene, found: Found) -> None:
    """The wisher says nothing: whoever looks after it goes and looks."""
    letter = Letter("notice-wish-look", (WishAct.WITNESS,))
    await to_carer(
        scene,
        found,
        letter,
    )
