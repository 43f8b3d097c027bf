"""A wish ends with its case: withdrawn, answered otherwise, merged, or no wish any more. Whoever
has claimed it hears so.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.acts import Act
from domain.kinds import Kind
from domain.wishes.wish import RUNNING, WishState
from handlers.casework import phrases
from handlers.casework.happened import Happened, Order
from handlers.casework.letters.sending import send
from handlers.dialog.scene import Scene
from handlers.texts.sentences import say

LONGEST = 40


async def hear(scene: Scene, happened: Happened) -> Sequence[Order]:
    """Asks nothing unless the case of a wish has ended or moved, and there are wishes here."""
    before, case = happened.before, happened.case
    if scene.setup.wishes is None or before.kind is not Kind.WISH:
        return ()
    goes_on = case.open and case.kind is Kind.WISH
    left = before.filer_id is not None and case.filer_id is None
    if goes_on and not left:
        if case.area != before.area:
            await scene.unit.wishes.change(case.id, area=case.area)
        return ()
    taken_back = left or happened.act is Act.WITHDRAW
    await ended(
        scene,
        case.id,
        taken_back=taken_back,
    )
    return ()


async def ended(scene: Scene, case_id: int, *, taken_back: bool) -> None:
    """Off the list, out of whoever's hands, with a word to them."""
    unit = scene.unit
    wish, claim = await unit.wishes.get(case_id), await unit.claims.current(case_id)
    to = WishState.TAKEN_BACK if taken_back else WishState.MOVED
    if wish is None or not await unit.wishes.move(
        case_id,
        RUNNING,
        to,
    ):
        return
    await unit.claims.end(case_id)
    unit.timers.set(
        "wish",
        case_id,
        None,
    )
    person = await unit.people.get(claim.claimer_id if claim else None)
    if person is not None:
        words = phrases.cut(wish.words, LONGEST)
        text = say(
            scene.language_of(person),
            "notice-wish-gone",
            words=words,
        )
        await send(
            scene,
            person,
            text,
        )
