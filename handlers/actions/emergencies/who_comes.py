"""怎么还没人来: asked while an emergency runs. It goes to its people at once, and what is known of
them is answered.
"""

from __future__ import annotations

from domain.acts import Act
from domain.case import Case
from domain.reading.model import Intent, Reading
from handlers.casework import phrases
from handlers.casework.happened import Given
from handlers.casework.perform import perform
from handlers.dialog.turn import Turn
from handlers.filing.hearing import read_text
from handlers.texts.words import anywhere, plain
from storage.history import Line

HOW_FAR = (Intent.STATUS, Intent.COMPLAINT_UNANSWERED)
TOLD = (Act.TELL, Act.ASK)


def asked(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether that was asked, in whatever words."""
    if turn.event.media or turn.event.place or reading.danger is not None:
        return False
    talk = reading.said and reading.intent in HOW_FAR
    said = plain(turn.event.text)
    return talk or anywhere("words-who-comes").search(said) is not None


def only_asked(turn: Turn) -> bool:
    """Whether words that sound like a danger only ask where the ambulance is."""
    if turn.event.media or turn.event.place:
        return False
    said = plain(turn.event.text)
    left, count = anywhere("words-who-comes").subn(" ", said)
    rest = anywhere("words-help-sent").sub(" ", left)
    return count > 0 and read_text(turn, rest).danger is None


async def answer(
    turn: Turn,
    before: Case,
) -> None:
    given = Given(turn.event.text.strip())
    case = (await perform(turn.scene, before, Act.ADD, given)).case
    said = await _said_last(turn, case)
    at = said.at if said else case.accepted_at
    text = turn.say(
        _key(case, said),
        number=case.number,
        name=await phrases.carer(turn.unit, turn.language, case),
        at=phrases.when(turn.language, at, turn.unit.now, turn.setup) if at else "",
        words=said.words if said else "",
    )
    turn.reply(text, case_id=case.id)


def _key(
    case: Case,
    said: Line | None,
) -> str:
    if said is not None:
        return "who-comes-said"
    return "who-comes-taken" if case.accepted_at else "who-comes"


async def _said_last(
    turn: Turn,
    case: Case,
) -> Line | None:
    """What its people told whoever waits, the newest: that tells best how far they are."""
    if case.first_at is None:
        return None
    lines = await turn.unit.history.of(case.id)
    told = (one for one in reversed(lines) if one.act in TOLD and one.words)
    return next(told, None)
