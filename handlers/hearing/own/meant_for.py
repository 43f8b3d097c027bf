"""这些是补充给那个地砖的: pictures that were taken for a new report, and belong to an open one."""

from __future__ import annotations

from dataclasses import replace

from domain.answers import Said
from domain.draft import Draft
from domain.told_of import names
from handlers.actions.on_case.adding import added, adds
from handlers.dialog.fields import words
from handlers.dialog.turn import Turn
from handlers.filing.draft import own_cases
from handlers.filing.form import offered
from handlers.filing.submitting import attach
from handlers.texts.words import anywhere, begins, only

LOOKED_AT = 5
"""Of one's own open cases, the newest first."""


async def attached(
    turn: Turn,
    draft: Draft,
) -> bool:
    """Whether the words said so of one's own case: the draft went there."""
    said = turn.event.text
    more = begins("words-add", said) or only("words-one-more-picture", said)
    if more and not words(draft):
        return await _added(turn, draft)
    goes = anywhere("words-belongs-to").search(said.lower())
    if not goes:
        return False
    cases = await turn.unit.cases.open_of(turn.person.id, LOOKED_AT)
    meant = [offered(one) for one in cases if names(one, said)]
    if len(meant) != 1:
        return False
    draft = replace(draft, about=draft.about | {"cases": meant})
    if not own_cases(draft):  # what is confidential stays apart
        return False
    await attach(turn, draft, str(meant[0]["id"]))
    return True


async def instead(turn: Turn, draft: Draft) -> bool:
    """补充：… where nothing was told of another matter yet, as below a file that was too large,
    goes to the newest report; the empty draft is let go.
    """
    if words(draft) or not begins("words-add", turn.event.text):
        return False
    if not await adds(turn):
        return False
    await turn.unit.forms.drop(draft)
    return True


async def _added(turn: Turn, draft: Draft) -> bool:
    """补充：… of a bare picture goes where the picture may go: to the case offered first."""
    if not own_cases(draft):
        return False
    said = Said(turn.event.message_id, added(turn.event.text))
    draft = replace(draft, answers={**draft.answers, "what": (said,)})
    await attach(turn, draft, "")
    return True
