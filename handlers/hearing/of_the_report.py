"""What is said of the report itself while it is written: that it is wrong, stays, waits, or no."""

from __future__ import annotations

from domain.draft import Draft
from domain.offers import is_number, number
from handlers.dialog import conversation, typed
from handlers.dialog.denied import keeps, waits_to_send
from handlers.dialog.fits import waits
from handlers.dialog.turn import Turn
from handlers.filing.draft import needs
from handlers.filing.form import FILING
from handlers.hearing import about_us, explained, reported_already
from handlers.hearing.filing_talk import answer_no, change, unsent
from handlers.hearing.own import asked_how, clumsy
from handlers.texts.asking import wonders
from handlers.texts.words import asks

TOO_MANY = 10
"""No form has so many choices: 五十 tells how many or how much."""
ASKED = ("words-file", "words-consent", "words-cancel", "words-leave-it")
"""What sends a report or drops it, and with a question mark asks how it stands: 提交？"""


async def heard(turn: Turn, draft: Draft) -> bool:
    """Whether it says that something in it is wrong, that it stays as it is, or no."""
    said = turn.event.text
    if await reported_already.beside(turn, draft):
        return True
    if asks("words-wrong", said, "words-sorry"):
        await change(turn, draft)
    elif _stays(said):
        unsent(turn, draft)
    elif waits(said) and not asks("words-not-repaired", said):
        conversation.show(turn, FILING, draft, first=turn.say("take-your-time"))
    else:
        told = about_us.beside(turn, draft) or asked_how.beside(turn, draft)
        told = told or clumsy.beside(turn, draft)
        told = told or explained.of_the_report(turn, draft)
        return told or await _declined(turn, draft)
    return True


async def _declined(turn: Turn, draft: Draft) -> bool:
    """Whether it is a number that stands before no choice, or a bare no: 不要 wants none of it,
    不行 wants it otherwise. Neither is a word of the matter.
    """
    said, chooses = turn.event.text, FILING.view(turn, draft).by_number
    if not chooses or typed.chosen(turn, FILING, draft):
        return False
    if is_number(said) and number(said) < TOO_MANY:
        first = "not-a-place" if needs(draft) == "place" else "not-an-answer"
        conversation.show(turn, FILING, draft, first=turn.say(first))
    elif asks("words-decline", said, "words-polite"):
        await answer_no(turn, draft)
    elif asks("words-no", said, "words-polite"):
        await _otherwise(turn, draft)
    else:
        return False
    return True


async def _otherwise(turn: Turn, draft: Draft) -> None:
    if needs(draft):
        unsent(turn, draft)
    else:
        await change(turn, draft)


def _stays(said: str) -> bool:
    """Whether it is neither sent nor dropped: that was asked, or a no was said to it."""
    asked = any(wonders(key, said) for key in ASKED)
    return asked or keeps(said) or waits_to_send(said)
