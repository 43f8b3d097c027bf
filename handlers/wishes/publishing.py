"""What only the wisher decides: whether the words go on the list, and whether they stay there."""

from __future__ import annotations

from datetime import datetime

from domain.wishes.moments import on_the_list_until
from domain.wishes.rights import WishAct, edition
from domain.wishes.wish import WishState
from handlers.casework import phrases
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Refused, Turn
from handlers.wishes.clockwork import case_waits, plan
from handlers.wishes.found import Found, terms
from handlers.wishes.telling import Letter, take_back, to_carer, to_wisher


def question(scene: Scene, found: Found) -> Letter:
    """Whether these words may go on the list, with all that others would see."""
    area = scene.unit.directory.full_name(found.case.area)
    return Letter(
        "notice-wish-publish",
        (WishAct.PUBLISH, WishAct.NOT_THIS),
        {"words": found.words, "area": area},
        takes_back=True,
        rings=True,
    )


async def publish(turn: Turn, found: Found, value: str) -> None:
    """On the list from now on, in the grid where the case is now."""
    scene, unit, case = turn.scene, turn.unit, found.case
    await _these_words(turn, found, value)
    until = _days_from_now(turn)
    moved = await unit.wishes.move(
        case.id,
        [WishState.ASKED],
        WishState.OPEN,
        published_at=unit.now,
        until=until,
        area=case.area,
    )
    if not moved:
        raise Refused("refuse-wish-gone")
    await plan(scene, case.id)
    await case_waits(
        scene,
        case,
        until,
        "wish-note-published",
    )
    _done(
        turn,
        found,
        "done-wish-published",
        until,
    )
    await to_carer(
        scene,
        found,
        Letter("notice-wish-on"),
    )


async def not_this(turn: Turn, found: Found, value: str) -> None:
    """Not these words: the case goes on with whoever looks after it."""
    scene, unit, case = turn.scene, turn.unit, found.case
    await _these_words(turn, found, value)
    await unit.wishes.move(
        case.id,
        [WishState.ASKED],
        WishState.TAKEN_BACK,
    )
    await plan(scene, case.id)
    await case_waits(scene, case, unit.now, "wish-note-not-this")
    turn.toast()
    done = turn.say("done-wish-not-this", number=case.number)
    turn.reply(
        done,
        edit=True,
        case_id=case.id,
    )
    acts = (WishAct.SCREEN, WishAct.DECLINE)
    await to_carer(
        scene,
        found,
        Letter("notice-wish-not-this", acts),
    )


async def _these_words(turn: Turn, found: Found, value: str) -> None:
    """Raises Refused where the button stood beside other words: those of now are asked about."""
    if value == edition(found.words):
        return
    asked = question(turn.scene, found)
    await to_wisher(turn.scene, found, asked)
    raise Refused("refuse-wish-reworded")


async def keep(turn: Turn, found: Found, value: str) -> None:
    """It still holds: as many days again."""
    scene, case = turn.scene, found.case
    until = _days_from_now(turn)
    await turn.unit.wishes.change(
        case.id,
        until=until,
        looked=0,
    )
    await plan(scene, case.id)
    await case_waits(
        scene,
        case,
        until,
        "wish-note-kept",
    )
    _done(
        turn,
        found,
        "done-wish-kept",
        until,
    )


def _days_from_now(turn: Turn) -> datetime:
    given = terms(turn.setup)
    return on_the_list_until(
        None,
        turn.unit.now,
        given,
    )


def _done(
    turn: Turn,
    found: Found,
    key: str,
    until: datetime,
) -> None:
    """Says so in place of the question, with the way back."""
    turn.toast()
    case = found.case
    day = phrases.day(
        turn.language,
        until,
        turn.setup,
    )
    done = turn.say(
        key,
        number=case.number,
        day=day,
    )
    back = take_back(turn.language, case.id)
    turn.reply(
        done,
        [[back]],
        edit=True,
        case_id=case.id,
    )
