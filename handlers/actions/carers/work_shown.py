"""修后, "after pic", below a picture of staff: what was done about the case in their hands, and no
report. What shall become of it is asked, a matter of its own among it.
"""

from __future__ import annotations

from domain.reading.model import Reading
from domain.states import State
from domain.things import things
from domain.values.text import letters
from handlers.actions.asking.said import shown_before
from handlers.actions.carers import told_fixed
from handlers.actions.carers.in_hand import ask, in_hand, shows_work
from handlers.dialog.fixed import carried_out
from handlers.dialog.turn import Turn
from handlers.texts.words import anywhere, plain

LONGEST = 20
"""Letters: whoever says more below a picture tells of something (ours)."""
A_HINT = 0.2
"""From here on words may be a matter of their own (ours)."""


async def told(turn: Turn, reading: Reading) -> bool:
    """Whether it was one, of what they have begun with."""
    event = turn.event
    if not shows_work(event.text) or not (event.media or await shown_before(turn)):
        return False
    return await _of_begun(turn, reading)


async def done_or_shown(turn: Turn, reading: Reading) -> bool:
    """Whether they say what they did, or that pictures which came before show it."""
    if carried_out(turn.event.text) and await told_fixed.by_carer(turn):
        return True
    return await told(turn, reading)


async def captioned(turn: Turn, reading: Reading) -> bool:
    """Whether what stands below a picture is no matter of its own, 复位了, "all normal here": it is
    of what they have begun with. Who has reported something themselves may show that.
    """
    event = turn.event
    said = plain(event.text)
    if not (event.media and said) or event.place or reading.danger is not None:
        return False
    if letters(said) > LONGEST or reading.report >= A_HINT or things(said):
        return False
    if anywhere("words-gone-bad").search(said):
        return False
    if await turn.unit.cases.open_of(turn.person.id, 1):
        return False
    return await _of_begun(turn, reading)


async def _of_begun(turn: Turn, reading: Reading) -> bool:
    """Whether they have begun with something, and were asked if it is that."""
    begun = [
        one for one in await in_hand(turn, reading) if one.state is State.IN_PROGRESS
    ]
    if begun:
        await ask(turn, begun)
    return bool(begun)
