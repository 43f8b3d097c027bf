"""就是慢了点, "bit slow though", right after the stars: it is said of that case, and whoever did it
reads it.
"""

from __future__ import annotations

from datetime import timedelta

from domain.draft import Draft
from domain.reading.model import Intent, Reading
from domain.states import State
from domain.things import things
from domain.values.text import letters
from handlers.actions.feedback.filers import RATED, UNRATED
from handlers.actions.own import talk
from handlers.actions.own.rated import say_of_it
from handlers.actions.own.undecided import says_undone
from handlers.dialog.alone import alone
from handlers.dialog.ending import drop
from handlers.dialog.marks import marked
from handlers.dialog.turn import Turn
from handlers.texts.asking import questioned
from handlers.texts.words import begins, only

JUST = timedelta(minutes=10)
"""So long it is of what was rated (ours)."""

SHORTEST, LONGEST = 3, 30
"""Letters: whoever says more tells more (ours)."""

NODS = ("words-polite", "words-nod", "words-consent", "words-hail", "words-praise")
WHY = (Intent.CHAT, Intent.COMPLAINT_UNANSWERED, Intent.CONFIRM)


async def told(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether it was, and went there."""
    said = turn.event.text.strip()
    if turn.person.staff or reading.intent not in WHY or not alone(turn):
        return False
    if not SHORTEST <= letters(said) <= LONGEST or questioned(said):
        return False
    talk = reading.said and reading.intent is not Intent.COMPLAINT_UNANSWERED
    if talk or only(NODS[0], said, *NODS[1:]):
        return False
    kept = await marked(turn, RATED, JUST) or await _unrated(turn, reading)
    case = await turn.unit.cases.get(kept.about["case"]) if kept else None
    if kept is None or case is None:
        return False
    await drop(turn, kept)
    await say_of_it(turn, case)
    turn.reply(turn.say("done-add", number=case.number), case_id=case.id)
    return True


async def _unrated(turn: Turn, reading: Reading) -> Draft | None:
    """The case that was closed just now, of which lukewarm words are said in place of stars, and no
    other one waits for a word.
    """
    said = turn.event.text
    slow = reading.intent is Intent.COMPLAINT_UNANSWERED and not things(said)
    if says_undone(said):
        return None
    if not slow and not begins("words-so-so", said):
        return None
    if await talk.lately(turn, (State.RESOLVED,)) is not None:
        return None
    return await marked(turn, UNRATED, JUST)
