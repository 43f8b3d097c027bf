"""按错了，已经修好了: said where it is asked what is not solved, it was a slip of the thumb."""

from __future__ import annotations

from domain.draft import Draft
from domain.states import State
from handlers.actions import filers
from handlers.casework.permission import case_for
from handlers.dialog import ending
from handlers.dialog.fixed import tells_fixed
from handlers.dialog.form import Form
from handlers.dialog.turn import Turn
from handlers.texts.words import asks


async def solved_after_all(
    turn: Turn,
    form: Form,
    draft: Draft,
) -> bool:
    """Whether the words say that it is solved: then the case is not opened again."""
    event = turn.event
    fixed = tells_fixed(event.text) or asks("words-solved", event.text, "words-sorry")
    if event.media or event.place or not fixed:
        return False
    case = await case_for(turn, draft.about["case"])
    if case.state is not State.RESOLVED:
        await ending.cancel(turn, draft)
        return True
    await ending.close(turn, draft)
    await filers.confirm(turn, case, "")
    return True
