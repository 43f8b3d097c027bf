"""A confidential matter that is told while an emergency runs: a draft of its own, which one press
gives to the people on the emergency after all.
"""

from __future__ import annotations

from domain.acts import Act
from domain.case import Case
from domain.draft import Draft
from handlers.casework.happened import Given
from handlers.casework.perform import perform
from handlers.dialog.ending import drop
from handlers.dialog.fields import media_ids, words
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Refused, Turn
from handlers.filing import form as filing

BESIDE = "emergency"
"""In a filing, the emergency beside which it was told."""


async def begin(turn: Turn, case: Case) -> None:
    """Its draft, of which the people on the emergency hear nothing."""
    join = turn.choice("button-together", f"c:{case.id}:together")
    turn.reply(turn.say("two-matters"), [[join]])
    await filing.begin(turn, {BESIDE: case.id})


async def together(turn: Turn, case: Case, value: str) -> None:
    """合成一件: its filer says that it belongs to the emergency. Raises Refused where it does not
    lie open any more.
    """
    found = [one for one in await open_drafts(turn) if _beside(one, case)]
    if not found or case.filer_id != turn.person.id or not case.open:
        raise Refused("refuse-old-button")
    for draft in found:
        given = Given(words(draft), tuple(media_ids(draft)))
        await perform(turn.scene, case, Act.ADD, given)
        await drop(turn, draft)
    turn.toast()
    text = turn.say("done-emergency-add", number=case.number)
    turn.reply(text, edit=True, case_id=case.id)


def _beside(draft: Draft, case: Case) -> bool:
    return draft.about.get(BESIDE) == case.id
