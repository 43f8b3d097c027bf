"""Questions for words on a case whose act is not possible any more: it is a colleague's by now, or
is over. They are not put again, and what was sent already stays with the case.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.case import Case
from domain.draft import Draft
from handlers.actions.asking.prompts import PROMPTS, given_in
from handlers.actions.doing import refusal_for
from handlers.actions.done import keep_away, keep_words
from handlers.actions.table import ACTS
from handlers.casework.merged_in import kept_case
from handlers.casework.permission import visible
from handlers.dialog import ending
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Refused, Turn


async def end(turn: Turn, case: Case) -> None:
    """Those of this case."""
    drafts = await open_drafts(turn)
    await left(turn, [one for one in drafts if one.about.get("case") == case.id])


async def left(turn: Turn, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that staff were asked for and that end now."""
    return [one for one in drafts if not await _ended(turn, one)]


async def _ended(turn: Turn, draft: Draft) -> bool:
    row = ACTS[draft.name] if draft.name in PROMPTS else None
    case = await turn.unit.cases.get(draft.about["case"]) if row and row.roles else None
    if row is None or case is None:
        return False
    case = await kept_case(turn.unit, case) if row.goes_on else case
    refused = await refusal_for(turn.scene, case, draft.name)
    if refused is not None:
        await _end(turn, draft, case, refused)
    return refused is not None


async def _end(
    turn: Turn,
    draft: Draft,
    case: Case,
    refused: Refused,
) -> None:
    await ending.drop(turn, draft)
    given = given_in(turn, draft)
    if not (given.words or given.media):
        return
    seen = await visible(turn.unit, turn.person, case)
    if seen:
        await keep_words(turn, case, refused, given)
    elif turn.person.staff:
        await keep_away(turn, case, given)
