"""Claiming a wish, and giving it back: one at a time, whoever comes second hears so kindly."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.messages import Choice
from domain.wishes.moments import on_the_list_until
from domain.wishes.rights import WishAct
from domain.wishes.wish import WITH_SOMEBODY, WishState, WishTerms
from handlers.casework import phrases
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Refused, Turn
from handlers.texts.words import begins
from handlers.wishes.clockwork import case_waits, plan
from handlers.wishes.found import Found, find, terms
from handlers.wishes.telling import (
    Letter,
    button,
    short,
    to_carer,
    to_wisher,
)


async def claim(turn: Turn, found: Found, value: str) -> None:
    """Theirs for so many days."""
    scene, case = turn.scene, found.case
    days = terms(turn.setup).claim_days
    until = turn.unit.now + timedelta(days=days)
    grants = turn.person.grants
    office = grants[0].area if grants else ""
    await _mine(turn, found, office)
    await plan(scene, case.id)
    await case_waits(scene, case, until, "wish-note-claimed")
    turn.toast()
    day = phrases.day(turn.language, until, turn.setup)
    done = turn.say("done-wish-claimed", words=found.words, day=day)
    turn.reply(done, [_after(turn, found)])
    await _told(turn, found, office, day)


def _after(turn: Turn, found: Found) -> list[Choice]:
    acts = (WishAct.SAY, WishAct.GIVE_BACK)
    return [button(turn.language, act, found) for act in acts]


async def _mine(turn: Turn, found: Found, office: str) -> None:
    """The row that makes it theirs. Raises Refused where it is somebody else's, or where they
    have as many as they may.
    """
    unit, given = turn.unit, terms(turn.setup)
    case_id, me = found.case.id, turn.person.id
    until = unit.now + timedelta(days=given.claim_days)
    got = await unit.claims.claim(
        case_id,
        me,
        office,
        until,
        given.claims,
    )
    if not got:
        full = await unit.claims.count(me) >= given.claims
        key = "refuse-wish-many" if full else "refuse-wish-gone"
        raise Refused(key, most=given.claims)
    opened = [WishState.OPEN]
    if not await unit.wishes.move(
        case_id,
        opened,
        WishState.CLAIMED,
    ):
        await unit.claims.end(case_id)
        raise Refused("refuse-wish-gone")


async def _told(turn: Turn, found: Found, office: str, day: str) -> None:
    """The wisher does not learn who it is; whoever looks after it does, and names a place."""
    scene = turn.scene
    claim = await turn.unit.claims.current(found.case.id)
    found = replace(found, claim=claim)
    key = "notice-wish-claimed-office" if office else "notice-wish-claimed"
    letter = Letter(key, (WishAct.SAY,), {"day": day})
    await to_wisher(scene, found, letter)
    about = {"name": turn.person.name, "day": day}
    acts = (WishAct.PLACE,)
    letter = Letter("notice-wish-claimed-carer", acts, about)
    await to_carer(scene, found, letter)


async def give_back(turn: Turn, found: Found, value: str) -> None:
    """Somebody else may claim it."""
    await back_on_the_list(turn.scene, found)
    turn.toast()
    words = short(found.words)
    done = turn.say("done-wish-given-back", words=words)
    turn.reply(done, edit=True)


async def asked(turn: Turn) -> bool:
    """Whether it says that somebody cannot do it after all, and a claim of theirs is open."""
    if turn.setup.wishes is None or not begins("words-give-back", turn.event.text):
        return False
    theirs = [
        await find(turn, one) for one in await turn.unit.claims.of(turn.person.id)
    ]
    able = [found for found in theirs if found.may(WishAct.GIVE_BACK)]
    if len(able) == 1:
        await give_back(turn, able[0], "")
    elif able:
        act = WishAct.GIVE_BACK.value
        rows = [[Choice(short(one.words), f"wish:{one.case.id}:{act}")] for one in able]
        turn.reply(turn.say("ask-wish-give-back"), rows)
    return bool(able)


async def back_on_the_list(scene: Scene, found: Found) -> None:
    """The claim ends, the wish is open again; its wisher and whoever looks after it hear so."""
    unit, case = scene.unit, found.case
    given = scene.setup.wishes or WishTerms()
    until = on_the_list_until(
        found.wish,
        unit.now,
        given,
    )
    await unit.claims.end(case.id)
    await unit.wishes.move(
        case.id,
        WITH_SOMEBODY,
        WishState.OPEN,
        until=until,
        place="",
    )
    await plan(scene, case.id)
    await case_waits(
        scene,
        case,
        until,
        "wish-note-back",
    )
    await to_wisher(
        scene,
        found,
        Letter("notice-wish-back"),
    )
    await to_carer(
        scene,
        found,
        Letter("notice-wish-back-carer"),
    )
