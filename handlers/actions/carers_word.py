"""What somebody who looks after cases says of none of them by name: 明天去修. One press gives it to
a rider.
"""

from __future__ import annotations

from domain.case import Case
from domain.reading.model import Intent, Reading
from domain.told_of import told_of
from handlers.actions import serials
from handlers.actions.doing import refusal_for
from handlers.actions.said import SAID, remember
from handlers.actions.whose import numbered
from handlers.dialog.turn import Turn

MOST = 20
SHORTEST = {True: 4, False: 3}
"""Letters, of English or not: what is shorter tells nobody anything (ours)."""


async def offered(turn: Turn, reading: Reading) -> bool:
    """Whether it was: only what is no report, no talk that is known, and of some length."""
    said = turn.event.text.strip()
    unknown = reading.intent is Intent.CHAT and not reading.said
    if not (turn.person.staff and unknown) or len(said) < SHORTEST[said.isascii()]:
        return False
    able = [one for one in await _carried(turn) if await _may_tell(turn, one)]
    if not able:
        return False
    await remember(turn, said, "tell")
    named = serials.among(turn, able, said) or told_of(able, said, reading)
    last = serials.opened(await turn.unit.offers.last(turn.private))
    shown = [one for one in able if one.id == last]
    rows = numbered(turn, named or shown or able, SAID)
    turn.reply(turn.say("carer-for-whom", words=said), rows)
    return True


async def _carried(turn: Turn) -> list[Case]:
    return await turn.unit.cases.carried_by(turn.person.id, MOST)


async def _may_tell(turn: Turn, case: Case) -> bool:
    told = case.filer_id not in (None, turn.person.id)
    return told and await refusal_for(turn.scene, case, "tell") is None
