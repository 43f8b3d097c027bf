"""G02也一样, "same in G02", said right after a report was filed: another such thing, there."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from domain.privacy import Privacy
from domain.reading.model import Reading
from domain.things import things
from domain.values.text import letters
from handlers.casework import whereabouts
from handlers.dialog import conversation
from handlers.dialog.alone import alone
from handlers.dialog.filed_last import filed_last
from handlers.dialog.turn import Turn
from handlers.filing.form import FILING
from handlers.filing.hearing import SURE
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, plain

LATELY = timedelta(hours=1)
"""So long such words are for what was filed last (ours)."""

LONGEST = 12
"""Letters beside the place: whoever says more tells what it is (ours)."""


async def told(turn: Turn, reading: Reading) -> bool:
    """Whether it was, of an open report that others may know to be theirs: it is filed as the same
    matter, at the place that is named.
    """
    said = plain(turn.event.text)
    if reading.danger or not alone(turn) or questioned(said):
        return False
    if anywhere("words-as-well").search(said) is None:
        return False
    there = whereabouts.find(turn.scene, said, turn.person).sure
    if there is None or letters(said) - letters(there.words) > LONGEST:
        return False
    case = await filed_last(turn, LATELY)
    if case is None or case.privacy is not Privacy.OPEN:
        return False
    if not things(said) <= things(case.words):
        return False
    if reading.sure >= SURE and reading.category not in ("", case.category):
        return False
    about: dict[str, Any] = {"category": case.category, "kind": case.kind.value}
    words = turn.label("same-as-of", words=turn.event.text.strip(), number=case.number)
    event = replace(turn.event, text=words)
    await conversation.begin(turn, FILING, about, event=event)
    return True
