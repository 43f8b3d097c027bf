"""What was heard in a voice message and tells nothing that anybody has to listen to: 提交, 解决了,
谢谢, 到哪一步了, a number. It is taken as if it had been typed; with all else the voice goes along,
since its words may have been heard wrong.
"""

from __future__ import annotations

from dataclasses import replace

from domain.offers import is_number
from domain.open_offers import meant
from domain.reading.model import Intent
from domain.values.text import letters
from handlers.actions.emergencies import emergencies
from handlers.contents import INTENTS
from handlers.dialog import questions
from handlers.dialog.consent import consents, only_cancels
from handlers.dialog.fields import A_MATTER
from handlers.dialog.turn import Turn
from handlers.filing import own_name
from handlers.filing.hearing import heard
from handlers.filing.names import said_in, unasked
from handlers.people import start
from handlers.texts.words import only

TELLS = (Intent.PLACE_ONLY, Intent.REOPEN)
"""Talk of which the voice may tell more."""
SHORT = 12
"""Letters of a question that letters alone make one, 我的事呢 (ours)."""


async def put(
    turn: Turn,
) -> None:
    """In the place of the voice. An emergency's people listen to all of it."""
    whole = turn.event
    if not whole.spoken or await emergencies.running(turn) is not None:
        return
    turn.event = replace(whole, media=(), album="")
    if not await _tells_nothing(turn):
        turn.event = whole


async def _tells_nothing(
    turn: Turn,
) -> bool:
    said, reading = turn.event.text, heard(turn)
    if reading.danger is not None:
        return False
    if start.typed(turn) or await _answers(turn):
        return True
    if is_number(said) or consents(said) or only_cancels(said) or unasked(said):
        return True
    if only("words-polite", said, "words-nod"):
        return True
    talk = reading.intent in INTENTS and reading.intent not in TELLS
    sure = reading.said or (
        reading.intent is not Intent.CHAT and letters(said) <= SHORT
    )
    return talk and sure and reading.report < A_MATTER


async def _answers(
    turn: Turn,
) -> bool:
    """Whether it is one of the choices that stand there, or the name that was asked for."""
    found = await turn.unit.offers.last(turn.event.chat)
    if found is not None and meant(turn.event.text, found) is not None:
        return True
    asked = await questions.begun(turn)
    named = asked is not None and asked.about["kind"] == own_name.ASKED
    return named and bool(said_in(turn.event.text))
