"""看不懂, "i dont understand", "what do i do now": what is asked just now, in other words. Nothing
of it is an answer or a word of the matter.
"""

from __future__ import annotations

from domain.draft import Draft
from domain.reading.model import Intent, Reading
from handlers.contents import INTENTS
from handlers.dialog import conversation
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.filing.draft import needs
from handlers.filing.form import FILING
from handlers.texts.words import asks

STEPS = {"what": "explain-what", "place": "explain-place"}
"""By what a report still lacks."""


def puzzled(turn: Turn) -> bool:
    """Whether nothing is said but that."""
    said = turn.event.text
    return alone(turn) and asks("words-puzzled", said, "words-sorry", "words-polite")


def of_the_report(turn: Turn, draft: Draft) -> bool:
    """Whether it was said of the report that is open, and was explained."""
    if not puzzled(turn):
        return False
    key = STEPS.get(draft.asking or needs(draft), "explain-send")
    conversation.show(turn, FILING, draft, first=turn.say(key))
    return True


async def of_nothing(turn: Turn, reading: Reading) -> bool:
    """Whether it was said where nothing is asked: then how it works is told. Staff are asked which
    case they mean.
    """
    if turn.person.staff or not puzzled(turn):
        return False
    talk = reading.intent if reading.said else Intent.HOW_TO
    if talk not in INTENTS:
        return False
    await INTENTS[talk](turn, reading)
    return True
