"""还是报吧, "actually no, report it": after a "never mind" the cancelled form is there again."""

from __future__ import annotations

import re
from dataclasses import replace

from domain.draft import Draft
from handlers.contents import FORMS
from handlers.dialog import conversation, given_up
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.filing.details import added
from handlers.filing.form import FILING
from handlers.hearing.own.had_back import withdrawn_lately
from handlers.texts.words import AFTER, asks, one_of, plain

BESIDE = (
    "words-sorry",
    "words-no",
    "words-wrong",
    "words-leave-it",
    "words-mine",
    "words-that-one",
    "words-nod",
)


async def taken_up(turn: Turn, drafts: list[Draft]) -> bool:
    """Whether that was said. A bare 报吧 is for the form that is open, where one is."""
    said, more = turn.event.text, ""
    bare = asks("words-after-all", said, *BESIDE, "words-file", "words-polite")
    if not (bare or (not drafts and asks("words-file", said, *BESIDE))):
        more = "" if drafts else _told_more(said)
        if not more:
            return False
    draft = await given_up.taken_back(turn) if alone(turn) else None
    if draft is None and alone(turn) and not drafts:
        draft = await withdrawn_lately(turn)
    if draft is None or draft.name not in FORMS:
        return False
    if more and draft.name == FILING.name:
        turn.event = replace(turn.event, text=more)
        draft = added(turn, draft)
    await conversation.proceed(turn, FORMS[draft.name], draft)
    return True


def _told_more(said: str) -> str:
    """What stands behind it: 还是报吧 刚有个骑手摔了; '' where nothing does."""
    before = rf"(?:{one_of(*BESIDE)}{AFTER}*)*"
    found = re.match(rf"{before}{one_of('words-after-all')}{AFTER}+", plain(said))
    return said.strip()[found.end() :].strip() if found else ""
