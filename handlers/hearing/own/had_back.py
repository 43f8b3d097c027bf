"""A report that was withdrawn lately is wanted again: what it said and showed, and where it is,
is there to be sent once more.
"""

from __future__ import annotations

from datetime import timedelta

from domain.acts import Act
from domain.answers import Attached, Said
from domain.case import Case
from domain.draft import Draft
from domain.privacy import Privacy
from domain.states import State
from handlers.dialog import conversation
from handlers.dialog.turn import Turn
from handlers.filing import discreet
from handlers.filing.form import FILING
from handlers.filing.where.spots import spot_at

LASTS = timedelta(days=1)
"""So long it can be had back (ours)."""

WISHED = {
    Privacy.CONFIDENTIAL: discreet.SECRET,
    Privacy.ANONYMOUS: discreet.UNNAMED,
}


async def withdrawn_lately(
    turn: Turn,
) -> Draft | None:
    """The newest own case as a report to be sent, None where that was not withdrawn just now."""
    case = next(iter(await turn.unit.cases.filed_by(turn.person.id, 1)), None)
    if case is None or case.state is not State.WITHDRAWN:
        return None
    if turn.unit.now - (case.closed_at or case.filed_at) > LASTS:
        return None
    area = turn.unit.directory.areas[case.area]
    about = {"spot": spot_at(area, case.place_words, case.place)}
    wished = {WISHED[case.privacy]: True} if case.privacy in WISHED else {}
    draft = await conversation.begin(turn, FILING, about | wished, show=False)
    draft.answers["what"] = (Said("", case.words),) if case.words else ()
    draft.answers["photos"] = await _shown(turn, case)
    return draft


async def _shown(
    turn: Turn,
    case: Case,
) -> tuple[Attached, ...]:
    """Its pictures once more."""
    kept = await turn.unit.media.of_last(case.id, Act.FILE)
    copies = await turn.unit.media.copies([one.id for one in kept])
    return tuple(
        Attached("", copy, one.media.kind.value)
        for one, copy in zip(kept, copies, strict=True)
    )
