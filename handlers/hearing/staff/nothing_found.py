"""没发现问题, "no fault found", below a picture or alone: what somebody saw who went there is no
report. It is asked of which case it is, and whether that is its answer; where nothing is open, how
it is said of one.
"""

from __future__ import annotations

from domain.reading.model import Reading
from handlers.actions.carers import in_hand
from handlers.actions.carers.colleagues import near
from handlers.actions.on_case import as_said
from handlers.dialog import between
from handlers.dialog.turn import Turn

MOST = 5


async def told(turn: Turn, reading: Reading) -> bool:
    """Whether it was said so, of what they have begun with, else of what is open near them. Who has
    reported something themselves may mean that.
    """
    event = turn.event
    if reading.danger is not None or event.place or not in_hand.found_nothing(event):
        return False
    if await turn.unit.cases.open_of(turn.person.id, 1):
        return False
    cases = await in_hand.in_hand(turn, reading) or await near(turn)
    if cases:
        await in_hand.ask(turn, cases[:MOST])
    else:
        await _of_none(turn)
    return True


async def _of_none(turn: Turn) -> None:
    """Nothing is open there: it is no report, unless a press says so."""
    kept = await between.keep(turn, turn.event.text.strip())
    files = turn.choice("button-as-said", f"{as_said.PREFIX}:{kept}")
    turn.reply(turn.say("nothing-found-of-none"), [[files]])
