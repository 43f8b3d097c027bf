"""What the clock does to a wish: it asks, reminds, and ends nothing without a word before and
after.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from domain.acts import Act
from domain.kinds import Kind
from domain.people import Person
from domain.wishes.moments import AT_LEAST, longer, next_moment
from domain.wishes.rights import WishAct
from domain.wishes.wish import WishState
from handlers.casework import phrases
from handlers.casework.happened import Given
from handlers.casework.perform import perform
from handlers.dialog.scene import Scene
from handlers.texts.sentences import label
from handlers.wishes.claiming import back_on_the_list
from handlers.wishes.clockwork import TIMER, by_the_clock, plan, told_by_us
from handlers.wishes.found import Found
from handlers.wishes.handing import HANDED
from handlers.wishes.publishing import question
from handlers.wishes.telling import (
    Letter,
    to_carer,
    to_claimer,
    to_wisher,
    wisher,
)

A_DAY = timedelta(days=1)
Due = Callable[[Scene, Found], Awaitable[None]]


async def wish_due(scene: Scene, case_id: int, due_at: datetime) -> None:
    """One of its moments has come. While there are no wishes here it waits."""
    unit = scene.unit
    if scene.setup.wishes is None:
        return unit.timers.set(
            TIMER,
            case_id,
            unit.now + A_DAY,
        )
    found = await _found(scene, case_id)
    if found is None or found.wish is None:
        return unit.timers.set(
            TIMER,
            case_id,
            None,
        )
    wish = found.wish
    at = next_moment(wish, found.claim)
    if at is None or at > unit.now:
        return unit.timers.set(
            TIMER,
            case_id,
            at,
        )
    looked = wish.looked + 1
    await unit.wishes.change(case_id, looked=looked)
    await DUE[wish.state, wish.looked](scene, found)
    await plan(
        scene,
        case_id,
        AT_LEAST,
    )


async def _found(scene: Scene, case_id: int) -> Found | None:
    """The wish, if it still goes on."""
    unit = scene.unit
    case = await unit.cases.get(case_id)
    wish = await unit.wishes.get(case_id)
    if case is None or wish is None:
        return None
    if not wish.running or case.kind is not Kind.WISH:
        return None
    claim = await unit.claims.current(case_id)
    return Found(
        case,
        wish,
        claim,
        frozenset(),
    )


def _day(scene: Scene, person: Person | None, until: datetime | None) -> str:
    """The day on which something ends: never sooner than a day after this notice of it."""
    soonest = scene.unit.now + AT_LEAST
    at = max(until or soonest, soonest)
    language = scene.language_of(person)
    return phrases.day(
        language,
        at,
        scene.setup,
    )


# --- nobody has answered ---


async def ask_again(scene: Scene, found: Found) -> None:
    await to_wisher(
        scene,
        found,
        question(scene, found),
    )


async def unanswered(scene: Scene, found: Found) -> None:
    """It is an ordinary case again, with whoever looks after it."""
    await scene.unit.wishes.move(
        found.case.id,
        [WishState.ASKED],
        WishState.TAKEN_BACK,
    )
    await to_wisher(
        scene,
        found,
        Letter("notice-wish-unanswered"),
    )
    await to_carer(
        scene,
        found,
        Letter("notice-wish-unanswered-carer"),
    )


# --- on the list ---


async def still_wished(scene: Scene, found: Found) -> None:
    person = await wisher(scene, found)
    until = found.wish.until if found.wish else None
    letter = Letter(
        "notice-wish-keep",
        (WishAct.KEEP,),
        {
            "day": _day(
                scene,
                person,
                until,
            )
        },
        takes_back=True,
        rings=True,
    )
    await to_wisher(
        scene,
        found,
        letter,
    )


async def expired(scene: Scene, found: Found) -> None:
    case = found.case
    await scene.unit.wishes.move(
        case.id,
        [WishState.OPEN],
        WishState.EXPIRED,
    )
    why = label(scene.setup.language, "wish-note-expired")
    await perform(
        by_the_clock(scene),
        case,
        Act.REJECT,
        Given(why),
        hush=told_by_us(case),
    )
    letter = Letter("notice-wish-expired", anew=True)
    await to_wisher(
        scene,
        found,
        letter,
    )
    await to_carer(
        scene,
        found,
        Letter("notice-wish-expired-carer"),
    )


# --- with somebody ---


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
        about = {"day": _day(scene, person, until)}
        acts = (WishAct.SAY, WishAct.GIVE_BACK)
        await to_claimer(scene, found, Letter("notice-wish-no-place", acts, about))
    return True


async def remind(scene: Scene, found: Found) -> None:
    if await _no_place(scene, found):
        return
    claim = found.claim
    claimer_id = claim.claimer_id if claim else None
    person = await scene.unit.people.get(claimer_id)
    day = _day(
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


DUE: dict[tuple[WishState, int], Due] = {
    (WishState.ASKED, 0): ask_again,
    (WishState.ASKED, 1): ask_again,
    (WishState.ASKED, 2): unanswered,
    (WishState.OPEN, 0): still_wished,
    (WishState.OPEN, 1): still_wished,
    (WishState.OPEN, 2): expired,
    (WishState.CLAIMED, 0): remind,
    (WishState.CLAIMED, 1): lapsed,
    (WishState.HANDED, 0): handed_again,
    (WishState.HANDED, 1): look,
}
"""By state and by how many of its moments have passed (`domain.wishes.moments`)."""
