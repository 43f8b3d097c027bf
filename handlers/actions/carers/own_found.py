"""头盔找到了, "found it": said by whoever reported that it is lost. They are asked whether it may
be closed.
"""

from __future__ import annotations

from domain.case import Case
from domain.reading.model import Reading
from domain.things import things
from handlers.actions.carers.done_asked import ask
from handlers.dialog.found_again import LOST, had_back, of_any
from handlers.dialog.turn import Turn
from handlers.texts.words import anywhere, plain

LOOKED_AT = 10
SHORTEST = 2
"""Letters of what was lost, as they stand before it (ours)."""


async def told(turn: Turn, reading: Reading) -> bool:
    """Whether it was, of a thing that they lost or of no thing that has a name."""
    said = turn.event.text
    if turn.person.staff or reading.danger or turn.event.media:
        return False
    if not had_back(said):
        return False
    own = await turn.unit.cases.open_of(turn.person.id, LOOKED_AT)
    found = tuple(one for one in own if one.category in LOST and _of_it(said, one))
    if found:
        await ask(turn, found, "withdraw")
    return bool(found)


def _of_it(text: str, case: Case) -> bool:
    """Whether a thing of the case is named before it, or nothing is."""
    said = plain(text)
    if of_any(text) or things(said) & things(case.words):
        return True
    hit = anywhere("words-found").search(said)
    lost = said[: hit.start()].strip() if hit else ""
    return len(lost) >= SHORTEST and lost in plain(case.words)
