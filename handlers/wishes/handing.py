"""From a claim to the wisher's hands: the place that a coordinator names, and that it is there."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from domain.wish_words import tells_who
from domain.wishes.moments import reminded, with_a_place
from domain.wishes.rights import WishAct
from domain.wishes.wish import WishState
from handlers.casework import phrases
from handlers.dialog import between
from handlers.dialog.marks import too_often
from handlers.dialog.turn import Refused, Turn
from handlers.wishes import asking
from handlers.wishes.clockwork import by_the_clock, case_waits, noted, plan
from handlers.wishes.found import Found, terms
from handlers.wishes.telling import (
    Letter,
    short,
    to_carer,
    to_claimer,
    to_wisher,
)

LONGEST_PLACE = 120
DAYS_MORE = timedelta(days=3)
ONCE_IN = timedelta(hours=1)
HANDED = Letter(
    "notice-wish-handed",
    (WishAct.RECEIVE, WishAct.MISSING, WishAct.SAY),
    rings=True,
)


# --- where ---


async def place(turn: Turn, found: Found, value: str) -> None:
    """Asks for it, unless what was said before is meant."""
    if value:
        where = await between.taken(turn, value)
        turn.toast()
        return await placed(turn, found, where)
    await asking.ask(
        turn,
        PLACE,
        found,
    )


def judge(turn: Turn, words: str) -> Refused | None:
    """Why nothing can be handed over there: both sides would read it."""
    if len(words) > LONGEST_PLACE:
        return Refused("refuse-wish-long", letters=LONGEST_PLACE)
    return Refused("refuse-wish-not-there") if tells_who(words) else None


async def placed(turn: Turn, found: Found, where: str) -> None:
    """Both sides hear where; whoever brings it goes there alone, and so does who gets it."""
    scene, case = turn.scene, found.case
    until = await _until(turn, found)
    await turn.unit.wishes.change(case.id, place=where)
    await to_claimer(scene, found, await _there(turn, found, where, until))
    about = {"place": where}
    letter = Letter(
        "notice-wish-place",
        (WishAct.SAY,),
        about,
    )
    await to_wisher(
        scene,
        found,
        letter,
    )
    done = turn.say(
        "done-wish-place",
        number=case.number,
        place=where,
    )
    turn.reply(done)


async def _there(
    turn: Turn,
    found: Found,
    where: str,
    until: datetime | None,
) -> Letter:
    """To the claimer; until when, where that is news."""
    acts, about = (WishAct.HAND, WishAct.SAY), {"place": where}
    if until is None or found.claim is None:
        return Letter("notice-wish-place-claimer", acts, about)
    person = await turn.unit.people.get(found.claim.claimer_id)
    language = turn.scene.language_of(person)
    about["day"] = phrases.day(language, until, turn.setup)
    more = (*acts, WishAct.GIVE_BACK)
    return Letter("notice-wish-place-claimer-late", more, about)


async def _until(turn: Turn, found: Found) -> datetime | None:
    """Until when the claim goes on, where it waited for its first place past its reminder: that
    stands in the letter about the place, which reminds too. None for any other.
    """
    claim, unit, given = found.claim, turn.unit, terms(turn.setup)
    first = found.wish is not None and not found.wish.place
    if claim is None or not first or found.state is not WishState.CLAIMED:
        return None
    if not reminded(claim, unit.now, given):
        return None
    until = with_a_place(claim, unit.now, given)
    await unit.claims.until(found.case.id, until)
    await unit.wishes.change(found.case.id, looked=1)
    await plan(turn.scene, found.case.id)
    await case_waits(turn.scene, found.case, until, "wish-note-placed-late")
    return until


# --- there ---


async def hand(turn: Turn, found: Found, value: str) -> None:
    """The claimer has put it there: the wisher is told, and says whether they have it."""
    scene, case, wish = turn.scene, found.case, found.wish
    if wish is None or not wish.place:
        await _place_wanted(turn, found)
        raise Refused("refuse-wish-no-place")
    await turn.unit.wishes.move(
        case.id,
        [WishState.CLAIMED],
        WishState.HANDED,
    )
    await plan(scene, case.id)
    await noted(
        by_the_clock(scene),
        case,
        "wish-note-handed",
    )
    turn.toast()
    done = turn.say("done-wish-handed", words=short(found.words))
    turn.reply(done, edit=True)
    await to_wisher(
        scene,
        found,
        HANDED,
    )


async def _place_wanted(turn: Turn, found: Found) -> None:
    """Whoever looks after it is reminded, not oftener than once an hour."""
    name = f"wish-place-{found.case.id}"
    if await too_often(
        turn.unit,
        turn.private,
        name,
        1,
        ONCE_IN,
    ):
        return
    letter = Letter("notice-wish-place-wanted", (WishAct.PLACE,))
    await to_carer(
        turn.scene,
        found,
        letter,
    )


async def missing(turn: Turn, found: Found, value: str) -> None:
    """Not there: the claimer still has it, with three days more at least."""
    scene, unit, case = turn.scene, turn.unit, found.case
    await unit.wishes.move(
        case.id,
        [WishState.HANDED],
        WishState.CLAIMED,
    )
    if found.claim is not None:
        until = max(found.claim.until, unit.now + DAYS_MORE)
        await unit.claims.until(case.id, until)
    await plan(scene, case.id)
    turn.toast()
    done = turn.say("done-wish-missing", number=case.number)
    turn.reply(done, case_id=case.id)
    acts = (WishAct.HAND, WishAct.SAY)
    letter = Letter("notice-wish-missing", acts)
    await to_claimer(
        scene,
        found,
        letter,
    )
    letter = replace(
        letter,
        key="notice-wish-missing-carer",
        acts=(),
    )
    await to_carer(
        scene,
        found,
        letter,
    )


PLACE = asking.line(
    "wish-place",
    WishAct.PLACE,
    placed,
    judge,
    bare=True,
)
