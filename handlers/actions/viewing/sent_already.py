"""提交 once more, or 返回 where no form is open: what was sent stands, and who has it is said."""

from __future__ import annotations

from domain.case import Case
from handlers.actions.viewing.case_lines import opens
from handlers.casework import phrases
from handlers.dialog.turn import Turn
from handlers.texts.asking import unasked
from handlers.texts.words import asks


def sends(text: str) -> bool:
    return asks("words-file", unasked(text), "words-polite")


def of_a_form(text: str) -> bool:
    """Whether it is said of a form only: 返回, 跳过."""
    return asks("words-form", unasked(text), "words-polite")


async def tell(turn: Turn, case: Case, sent: bool) -> None:
    name = await phrases.carer(turn.unit, turn.language, case)
    add = turn.choice("button-add", f"c:{case.id}:add")
    key = "sent-already" if sent else "no-form-open"
    text = turn.say(key, number=case.number, name=name)
    turn.reply(text, [[opens(case), add]], case_id=case.id)
