"""按错了，已经修好了: said where it is asked what is not solved, it was a slip of the thumb."""

from __future__ import annotations

from domain.draft import Draft
from domain.states import State
from handlers.actions.feedback import filers
from handlers.casework.permission import case_for
from handlers.dialog import ending, given_up
from handlers.dialog.fixed import tells_fixed
from handlers.dialog.form import Form
from handlers.dialog.turn import Turn
from handlers.texts.words import anywhere, asks


async def solved_after_all(
    turn: Turn,
    form: Form,
    draft: Draft,
) -> bool:
    """Whether the words say that it is solved: then the case is not opened again."""
    event = turn.event
    if event.media or event.place or not _is_solved(event.text):
        return False
    case = await case_for(turn, draft.about["case"])
    if case.state is not State.RESOLVED:
        await given_up.cancel(turn, draft)
        return True
    await ending.close(turn, draft)
    await filers.confirm(turn, case, "")
    return True


def _is_solved(said: str) -> bool:
    """Whether that is all they say, or they say that it was a slip: 灯换了，颜色不对 is neither."""
    if asks("words-solved", said, "words-sorry", "words-slip"):
        return True
    return anywhere("words-slip").search(said) is not None and tells_fixed(said)
