"""What follows an answer within minutes and is no matter of its own goes with it: the picture, the
place, one word more. A press makes another matter of it.
"""

from __future__ import annotations

from datetime import timedelta

from domain.acts import Act
from domain.case import Case
from domain.draft import Draft
from domain.privacy import Privacy
from domain.reading.model import Intent, Reading
from domain.things import things
from handlers.actions.after import ANSWERED
from handlers.actions.doing import refusal_for
from handlers.actions.words import word_on_case
from handlers.dialog.conversation import drop
from handlers.dialog.fields import A_MATTER, words
from handlers.dialog.marks import mark, marked
from handlers.dialog.turn import Turn
from handlers.filing.form import FILING
from handlers.filing.hearing import SURE
from handlers.filing.judging import BETWEEN, MATTERS, hear
from handlers.filing.several import matters
from handlers.texts.words import only
from handlers.texts.words import words as spoken

GOES_ON = timedelta(minutes=10)
"""So long after the last part of an answer the next one may come (ours)."""


async def follows(turn: Turn, reading: Reading) -> bool:
    """Whether it went with the answer of just before."""
    kept = await marked(turn, ANSWERED, GOES_ON)
    case = await turn.unit.cases.get(kept.about["case"]) if kept else None
    if kept is None or case is None or not case.open:
        return False
    if not belongs(turn, case, reading):
        return False
    await drop(turn, kept)
    await mark(turn, ANSWERED, kept.about)
    may = await refusal_for(turn.scene, case, "answer") is None
    await word_on_case(turn, case.id, matter=True, act=Act.ANSWER if may else None)
    return True


def belongs(turn: Turn, case: Case, reading: Reading) -> bool:
    """Whether this may be a part of an answer about this case: no talk, and no matter that is
    plainly another one.
    """
    said = turn.event.text.strip()
    if not said:
        return True
    if len(matters(turn, said)) > 1:
        return False
    if reading.intent in MATTERS:
        return not _another(case, reading, shown=bool(turn.event.media))
    return reading.intent is Intent.PLACE_ONLY or _tells(said, reading)


def _another(case: Case, reading: Reading, shown: bool) -> bool:
    private = reading.privacy is Privacy.CONFIDENTIAL is not case.privacy
    told = reading.report >= A_MATTER and (shown or reading.sure >= SURE)
    return reading.category != case.category and (told or private)


def _tells(said: str, reading: Reading) -> bool:
    """Whether talk is only guessed to be some."""
    asks = said.endswith(tuple(spoken("words-asks")))
    polite = only("words-polite", said, "words-nod", "words-puzzled", "words-consent")
    signs = not any(letter.isalnum() for letter in said)
    return not (reading.said or asks or polite or signs)


async def asked_since(
    turn: Turn, drafts: list[Draft], reading: Reading
) -> Draft | None:
    """The question that was put in the middle of a report, where these words are no answer to what
    the report asks.
    """
    last = drafts[-1]
    event = turn.event
    if last.name != FILING.name or event.media or event.place:
        return None
    if last.asking not in BETWEEN:
        return None
    for one in reversed(drafts[:-1]):
        if one.name == "answer" and one.started_at >= last.touched_at:
            case = await turn.unit.cases.get(one.about["case"])
            return one if case and _for_it(turn, last, case, reading) else None
    return None


def _for_it(turn: Turn, draft: Draft, case: Case, reading: Reading) -> bool:
    """Whether it tells of the case that was asked about; a place is for the report."""
    told = things(turn.event.text) & things(case.words) - things(words(draft))
    if hear(turn, draft).place and not told:
        return False
    return belongs(turn, case, reading)
