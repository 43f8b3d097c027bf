"""提交, 返回, 跳过, 改一改 where no form is open: typed once more after it was sent, or for a form
that is gone; and 不要撤回. None of them takes anything back.
"""

from __future__ import annotations

from datetime import timedelta

from domain.case import Case
from domain.reading.model import Intent, Reading
from handlers.actions.case_lines import opens
from handlers.casework import phrases
from handlers.contents import INTENTS
from handlers.dialog.denied import keeps
from handlers.dialog.turn import Turn
from handlers.hearing.begun import alone
from handlers.people import help
from handlers.texts.words import asks, unasked

LATELY = timedelta(days=1)
"""So long "send" is for what was sent last (ours)."""


async def said(turn: Turn, reading: Reading) -> bool:
    """Whether it was one of them, and was answered."""
    text = unasked(turn.event.text)
    sends = asks("words-file", text, "words-polite")
    if alone(turn) and keeps(turn.event.text):
        await INTENTS[Intent.STATUS](turn, reading)
        return True
    if not alone(turn) or not (sends or asks("words-form", text, "words-polite")):
        return False
    newest = await turn.unit.cases.open_of(turn.person.id, 1)
    if newest and sends and turn.unit.now - newest[0].filed_at < LATELY:
        await _tell(turn, newest[0], "sent-already")
    elif newest:
        await _tell(turn, newest[0], "no-form-open")
    else:
        await help.cancel(turn, "")
    return True


async def _tell(turn: Turn, case: Case, key: str) -> None:
    name = await phrases.carer(turn.unit, turn.language, case)
    add = turn.choice("button-add", f"c:{case.id}:add")
    text = turn.say(key, number=case.number, name=name)
    turn.reply(text, [[opens(case), add]], case_id=case.id)
