"""看不懂, "what do i do now": what is asked just now, in other words; 照片发不出去: it can wait.
Nothing of it is an answer or a word of the matter.
"""

from __future__ import annotations

from domain.draft import Draft
from domain.reading.model import Intent, Reading
from handlers.actions.corrections.misshown import unsent
from handlers.contents import INTENTS
from handlers.dialog import conversation
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.filing.draft import needs
from handlers.filing.form import FILING
from handlers.texts.words import asks

STEPS = {"what": "explain-what", "place": "explain-place"}
"""By what a report still lacks."""
UNSENT = "explain-unsent"
AROUND = ("words-sorry", "words-polite")
"""What may stand beside it."""


def of_a_photo(turn: Turn) -> bool:
    """Whether it was said that one does not go through, and was explained."""
    if not (alone(turn) and unsent(turn.event.text)):
        return False
    turn.reply(turn.say(UNSENT))
    return True


def puzzled(turn: Turn) -> bool:
    """Whether nothing is said but that."""
    said = turn.event.text
    return alone(turn) and asks("words-puzzled", said, *AROUND)


def of_the_report(turn: Turn, draft: Draft) -> bool:
    """Whether it was said of the report that is open, and was explained."""
    key = STEPS.get(draft.asking or needs(draft), "explain-send")
    if alone(turn) and unsent(turn.event.text):
        key = UNSENT
    elif not puzzled(turn):
        return False
    conversation.show(turn, FILING, draft, first=turn.say(key))
    return True


async def _wants_to_report(turn: Turn) -> bool:
    said = turn.event.text
    if any(asks(key, said, *AROUND) for key in ("words-trouble", "words-reports")):
        return True
    complains = asks("words-complains", said, *AROUND)
    return complains and not await turn.unit.cases.open_of(turn.person.id, 1)


async def of_nothing(turn: Turn, reading: Reading) -> bool:
    """Whether it was said where nothing is asked: then how it works is told. Staff are asked which
    case they mean.
    """
    if turn.person.staff:
        return False
    if await _wants_to_report(turn):
        turn.reply(turn.say("explain-what"))
        return True
    if not puzzled(turn):
        return False
    talk = reading.intent if reading.said else Intent.HOW_TO
    if talk not in INTENTS:
        return False
    await INTENTS[talk](turn, reading)
    return True
