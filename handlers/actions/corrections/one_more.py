"""旁边那个也是, 那个坑旁边还有铁丝, said right after a report was filed: another thing, beside
it.
"""

from __future__ import annotations

from datetime import timedelta

from domain.case import Case
from domain.privacy import Privacy
from domain.reading.model import Reading
from domain.things import things
from domain.values.text import told_much
from handlers.casework import whereabouts
from handlers.dialog.filed_last import filed_last
from handlers.dialog.turn import Turn
from handlers.filing.anew import beside
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere

LATELY = timedelta(hours=1)
"""So long such words are for what was filed last (ours)."""

LONGEST = 30
"""Letters: whoever says more tells where it is (ours)."""


async def told(turn: Turn, reading: Reading) -> bool:
    """Whether it was: it is filed where that one is; what is like it is of the same matter."""
    said = turn.event.text.strip().lower()
    if not 0 < told_much(said) <= LONGEST or turn.event.place or reading.danger:
        return False
    also = _near(said) and anywhere("words-as-well").search(said) is not None
    if not (also or _next_to(said)):
        return False
    case = await _newest(turn)
    if case is None:
        return False
    named, there = things(said), things(case.words)
    like = also and named <= there
    if not (like or (_next_to(said) and named & there)):
        return False
    if reading.places or whereabouts.find(turn.scene, said, turn.person).sure:
        return False
    await beside(turn, case, turn.event.text.strip(), like)
    return True


def _next_to(said: str) -> bool:
    keys = ("words-next-to-it", "words-points-back")
    near = all(anywhere(key).search(said) for key in keys)
    return near and not questioned(said)


def _near(said: str) -> bool:
    if questioned(said):
        return False
    keys = ("words-beside-it", "words-more-near")
    return any(anywhere(key).search(said) for key in keys)


async def _newest(turn: Turn) -> Case | None:
    """What was filed last, where that was not long ago and others may know that both are theirs."""
    case = await filed_last(turn, LATELY)
    return case if case is not None and case.privacy is Privacy.OPEN else None
