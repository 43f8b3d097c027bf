"""What the clock does to a wish: it asks, reminds, and ends nothing without a word before and
after.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from domain.kinds import Kind
from domain.wishes.moments import AT_LEAST, next_moment
from domain.wishes.wish import WishState
from handlers.dialog.scene import Scene
from handlers.wishes.claim_clock import handed_again, lapsed, look, remind
from handlers.wishes.clockwork import TIMER, plan
from handlers.wishes.found import Found
from handlers.wishes.list_clock import ask_again, expired, still_wished, unanswered

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
