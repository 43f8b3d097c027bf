"""好的 after a notice: it may be the answer to that, or to the report that lies open from before.
What was asked last is put, and the report stays one press away.
"""

from __future__ import annotations

from domain.draft import Draft
from domain.messages import Choice
from handlers.actions.own import talk
from handlers.casework import phrases
from handlers.dialog.asked_whether import asked
from handlers.dialog.consent import consents
from handlers.dialog.fields import words
from handlers.dialog.offered import form_since
from handlers.dialog.turn import Turn
from handlers.filing.form import FILING
from handlers.texts.asking import wonders
from handlers.texts.sentences import Safe
from handlers.texts.words import only

LONGEST_WORDS = 20


async def nodded(
    turn: Turn,
    last: Draft | None,
) -> bool:
    """Whether it was a nod after a notice; `last` is the form that is open."""
    if not _nods(turn):
        return False
    case_id = await asked(turn)
    case = await turn.unit.cases.get(case_id) if case_id is not None else None
    if last is None or last.name != FILING.name or not words(last):
        last = None
    if case is not None:
        asks = wonders("words-solved", turn.event.text)
        put = talk.as_before if asks else talk.asking
        text, rows = put(turn, case)
    elif last is not None and await _told_since(turn):
        text, rows = turn.say("all-right"), []
    else:
        return False
    if last is not None:
        text = Safe(f"{text}\n{turn.say('nod-unsent', what=_what(last))}")
        rows.append([_send(turn, last)])
    turn.reply(text, rows, case_id=case_id)
    return True


async def _told_since(turn: Turn) -> bool:
    """Whether a notice came after the report was talked about: the nod may be for that."""
    found = await turn.unit.offers.last(turn.private)
    return (
        found is not None and found.notice and not await form_since(turn, found, True)
    )


def _nods(turn: Turn) -> bool:
    event = turn.event
    if event.media or event.place or event.reply_to:
        return False
    sends = only("words-file", event.text, "words-nod", "words-polite")
    thanks = only("words-polite", event.text)
    if wonders("words-solved", event.text):
        return True
    plain = only("words-nod", event.text, "words-polite") and not thanks
    return plain or (consents(event.text) and not sends)


def _what(draft: Draft) -> str:
    return phrases.cut(words(draft), LONGEST_WORDS)


def _send(
    turn: Turn,
    draft: Draft,
) -> Choice:
    return turn.choice("button-submit-what", f"f:{draft.id}:submit", what=_what(draft))
