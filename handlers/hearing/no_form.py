"""提交, 返回, 跳过, 改一改 where no form is open: typed once more after it was sent, or for a form
that is gone; and 不要撤回. None of them takes anything back.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.reading.model import Intent, Reading
from handlers.actions.viewing.sent_already import of_a_form, sends, tell
from handlers.contents import INTENTS
from handlers.dialog.alone import alone
from handlers.dialog.consent import consents, only_cancels
from handlers.dialog.denied import keeps
from handlers.dialog.into_draft import no_words
from handlers.dialog.turn import Turn
from handlers.people import help
from handlers.texts.words import asks, only

LATELY = timedelta(days=1)
"""So long "send" is for what was sent last (ours)."""


async def said(turn: Turn, reading: Reading) -> bool:
    """Whether it was one of them, and was answered."""
    text = turn.event.text
    if alone(turn) and (keeps(text) or await _impatient(turn)):
        late = Intent.COMPLAINT_UNANSWERED if _waited(text) else reading.intent
        await INTENTS[Intent.STATUS](turn, replace(reading, intent=late))
        return True
    if alone(turn) and _plain_no(text, reading):
        turn.reply(turn.say("all-right"))
        return True
    sent = sends(text)
    if not alone(turn) or not (sent or of_a_form(text)):
        return False
    newest = await turn.unit.cases.open_of(turn.person.id, 1)
    if newest:
        lately = turn.unit.now - newest[0].filed_at < LATELY
        await tell(turn, newest[0], sent and lately)
    elif asks("words-reports", text, "words-polite"):
        turn.reply(turn.say("explain-what"))
    else:
        await help.cancel(turn, "")
    return True


async def _impatient(turn: Turn) -> bool:
    """？？？, 😡, "hello??", 人呢 or 都俩小时了 of what is open: nobody means a greeting by it."""
    text = turn.event.text
    signs = no_words(turn.event) and not consents(text)
    if turn.person.staff or not (signs or _waited(text)):
        return False
    return bool(await turn.unit.cases.open_of(turn.person.id, 1))


def _waited(text: str) -> bool:
    """Whether nothing is said but for how long they wait, or that nobody is there."""
    shouts = text.strip().replace("？", "?").endswith("??")
    hails = shouts and only("words-hail", text, "words-polite")
    long = asks("words-waited", text, "words-waited-beside", "words-polite")
    return hails or long or asks("words-impatient", text, "words-polite")


def _plain_no(text: str, reading: Reading) -> bool:
    """Whether it is a no where nothing was asked, or is asked any more."""
    if reading.intent is Intent.REOPEN or only_cancels(text):
        return False
    return asks("words-no", text, "words-polite")
