"""好的 after "is it solved?": it may be the answer to that, or to the report that lies open from
before. The question that was asked last is put, and the report stays one press away.
"""

from __future__ import annotations

from domain.draft import Draft
from domain.messages import Choice
from domain.open_offers import act_of, asked_last, case_of
from handlers.casework import phrases
from handlers.casework.notice_buttons import buttons
from handlers.dialog.consent import consents
from handlers.dialog.fields import words
from handlers.dialog.offered import form_since
from handlers.dialog.turn import Turn
from handlers.filing.form import FILING
from handlers.texts.sentences import Safe
from handlers.texts.words import only

LONGEST_WORDS = 20


async def nodded(turn: Turn, last: Draft | None) -> bool:
    """Whether it was a nod after that question; `last` is the form that is open."""
    case_id = await _asked(turn) if _nods(turn) else None
    case = await turn.unit.cases.get(case_id) if case_id is not None else None
    if case is None:
        return False
    text = turn.say("confirm-which", number=case.number)
    rows = [list(row) for row in buttons(turn.language, case, "feedback")]
    if last is not None and last.name == FILING.name and words(last):
        text = Safe(f"{text}\n{turn.say('nod-unsent', what=_what(last))}")
        rows.append([_send(turn, last)])
    turn.reply(text, rows, case_id=case.id)
    return True


def _nods(turn: Turn) -> bool:
    event = turn.event
    if event.media or event.place or event.reply_to:
        return False
    return consents(event.text) or only("words-nod", event.text)


async def _asked(turn: Turn) -> int | None:
    """The case of which it was asked last whether it is solved, and nothing was since."""
    found = await turn.unit.offers.last(turn.private)
    last = asked_last(found) if found else None
    if found is None or last is None or await form_since(turn, last):
        return None
    asked = (one.data for one in last.choices if act_of(one.data) == "confirm")
    return next((case_of(data) for data in asked), None)


def _what(draft: Draft) -> str:
    return phrases.cut(words(draft), LONGEST_WORDS)


def _send(turn: Turn, draft: Draft) -> Choice:
    return turn.choice("button-submit-what", f"f:{draft.id}:submit", what=_what(draft))
