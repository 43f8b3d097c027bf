"""还是报吧, "actually no, report it": after a "never mind" the cancelled form is there again."""

from __future__ import annotations

from domain.draft import Draft
from handlers.contents import FORMS
from handlers.dialog import conversation, given_up
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.texts.words import asks

BESIDE = ("words-sorry", "words-no", "words-leave-it", "words-mine", "words-that-one")


async def taken_up(turn: Turn, drafts: list[Draft]) -> bool:
    """Whether that was said. A bare 报吧 is for the form that is open, where one is."""
    said = turn.event.text
    plain = asks("words-after-all", said, *BESIDE, "words-file", "words-polite")
    if not (plain or (not drafts and asks("words-file", said, *BESIDE))):
        return False
    draft = await given_up.taken_back(turn) if alone(turn) else None
    if draft is None or draft.name not in FORMS:
        return False
    await conversation.proceed(turn, FORMS[draft.name], draft)
    return True
