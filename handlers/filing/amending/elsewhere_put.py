"""地方错了, 换个地方, "wrong pin": said before a report is sent, it asks for its place again."""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from handlers.dialog import conversation
from handlers.dialog.alone import alone
from handlers.dialog.form import Form
from handlers.dialog.turn import Turn
from handlers.filing.draft import needs
from handlers.filing.said_instead import misplaces, wants_place

PLACE = "place"


async def put_elsewhere(
    turn: Turn,
    form: Form,
    draft: Draft,
) -> bool:
    """Whether that was said of a place that is known, and no other was named with it."""
    if not alone(turn) or PLACE in (draft.asking, needs(draft)):
        return False
    said = turn.event.text.strip()
    if misplaces(said) != "" and not wants_place(said):
        return False
    await conversation.proceed(turn, form, replace(draft, asking=PLACE))
    return True
