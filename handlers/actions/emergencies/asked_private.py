"""Its filer says afterwards who may know of a case: 这个别让别人知道, 匿名. It is kept so from then
on, and one press or a word takes that back.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.acts import Act
from domain.case import Case
from domain.draft import Draft
from domain.moves import MOVES
from domain.privacy import STRICTNESS, Privacy
from domain.reading.model import Asked
from domain.states import State
from handlers.actions.emergencies import emergencies
from handlers.casework.happened import NOTHING, TOLD_NOBODY
from handlers.casework.perform import perform
from handlers.dialog.ending import let_go
from handlers.dialog.marks import marked
from handlers.dialog.scene import CLOCK
from handlers.dialog.turn import Refused, Turn
from handlers.filing.opened_again import MARK, offered

LASTS = timedelta(days=1)
"""So long it may be taken back (ours); after that whoever has it may open it."""


async def kept(turn: Turn, before: Case, asked: Asked) -> bool:
    """Whether the case is more private than it was, and says so. What runs as an emergency is not:
    those who are on their way would know no more of it.
    """
    if not (asked.secret or asked.unnamed) or before.filer_id != turn.person.id:
        return False
    secret = asked.secret
    wanted = Privacy.CONFIDENTIAL if secret else Privacy.ANONYMOUS
    case = await turn.unit.cases.get(before.id) or before
    if _level(before.privacy) > _level(Privacy.ANONYMOUS):
        turn.reply(turn.say("secret-kept", number=case.number), case_id=case.id)
        return True
    if _level(before.privacy) >= _level(wanted):
        return False
    # an edit of what was filed has changed it already
    if _level(case.privacy) < _level(wanted):
        if not await _may_change(turn, case):
            return False
        await _change(turn, case, wanted)
    press = await offered(turn, case, before.privacy, wanted)
    key = "secret-now" if secret else "unnamed-now"
    turn.reply(turn.say(key, number=case.number), [[press]], case_id=case.id)
    return True


def _level(privacy: Privacy) -> int:
    return STRICTNESS.index(privacy)


async def _may_change(turn: Turn, case: Case) -> bool:
    asked = case.state is State.DELIBERATING  # the group votes on it
    if asked or (case.state, Act.RECLASSIFY) not in MOVES:
        return False
    return case.id not in [one.id for one in await emergencies.all_running(turn)]


async def _change(turn: Turn, case: Case, privacy: Privacy) -> None:
    clock = replace(turn.scene, actor=CLOCK)
    changes = {"privacy": privacy}
    await perform(clock, case, Act.RECLASSIFY, NOTHING, changes, TOLD_NOBODY)


async def newest(turn: Turn) -> Draft | None:
    """What was made private last and may still be taken back."""
    return await marked(turn, MARK, LASTS)


async def pressed(turn: Turn, case: Case, value: str) -> None:
    """It is as before. Raises Refused where that is not theirs to say, or not any more."""
    kept = await newest(turn)
    theirs = case.filer_id == turn.person.id
    if kept is None or kept.about["case"] != case.id or not theirs:
        raise Refused("refuse-old-button")
    changed = (
        case.privacy != kept.about["now"]
    )  # whoever has it has said since who may read it
    if changed or not await _may_change(turn, case):
        raise Refused("refuse-old-button")
    turn.toast()
    await let_go(turn.unit, kept)
    await _change(turn, case, Privacy(kept.about["was"]))
    turn.reply(turn.say("private-no-more", number=case.number), case_id=case.id)
