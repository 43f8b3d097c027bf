"""What follows an answer within minutes and is no matter of its own goes with it: the picture, the
place, one word more. What is said back to what was told goes to whoever told it. A press makes
another matter of either.
"""

from __future__ import annotations

import re
from datetime import timedelta

from domain.acts import Act
from domain.case import Case
from domain.draft import Draft
from domain.offers import is_number
from domain.places.phrases import may_name
from domain.privacy import Privacy
from domain.reading.model import Intent, Reading
from domain.things import things
from handlers.actions.after import ANSWERED, TOLD
from handlers.actions.doing import refusal_for
from handlers.actions.on_case.words import word_on_case
from handlers.actions.waiting import ANSWER
from handlers.dialog.ending import drop
from handlers.dialog.fields import A_MATTER, words
from handlers.dialog.marks import mark, marked
from handlers.dialog.turn import Turn
from handlers.filing.form import FILING
from handlers.filing.hearing import SURE
from handlers.filing.judging import MATTERS, hear
from handlers.filing.several import matters
from handlers.filing.two_matters import BETWEEN
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, one_of, only, plain

GOES_ON = timedelta(minutes=10)
"""So long after the last part of an answer the next one may come (ours)."""


async def follows(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether it went with the answer of just before."""
    kept = await marked(turn, ANSWERED, GOES_ON)
    case = await turn.unit.cases.get(kept.about["case"]) if kept else None
    if kept is None or case is None or not case.open:
        return await _says_back(turn, reading)
    if not (_not_yet(turn, kept, reading) or belongs(turn, case, reading)):
        return False
    await drop(turn, kept)
    await mark(turn, ANSWERED, kept.about)
    asked = kept.about.get("asked", True)
    may = asked and await refusal_for(turn.scene, case, "answer") is None
    await word_on_case(turn, case.id, matter=True, act=Act.ANSWER if may else None)
    return True


def _not_yet(
    turn: Turn,
    kept: Draft,
    reading: Reading,
) -> bool:
    """Whether it says once more that it is not done, where that was said just before."""
    again = reading.intent is Intent.REOPEN and "again" in kept.about
    return again and not questioned(turn.event.text)


async def _says_back(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether these words went to whoever told something just before: they may ask, too."""
    event = turn.event
    kept = await marked(turn, TOLD, GOES_ON)
    case = await turn.unit.cases.get(kept.about["case"]) if kept else None
    if case is None or not case.open or event.media or event.place:
        return False
    asks = anywhere("words-what-time").search(event.text.lower())
    if not asks and not belongs(turn, case, reading, asking=True):
        return False
    await word_on_case(turn, case.id, matter=True)
    return True


def belongs(
    turn: Turn,
    case: Case,
    reading: Reading,
    *,
    asking: bool = False,
) -> bool:
    """Whether this may be a part of an answer about this case: no talk, and no matter that is
    plainly another one. Who is `asking` may do so.
    """
    said = turn.event.text.strip()
    if not said:
        return True
    if len(matters(turn, said)) > 1:
        return False
    if reading.intent in MATTERS and not _landmark(said):
        return not _another(case, reading, shown=bool(turn.event.media))
    return (
        reading.intent in MATTERS
        or reading.intent is Intent.PLACE_ONLY
        or _tells(said, reading, asking)
    )


def _landmark(said: str) -> bool:
    """Whether it tells what stands there, and no fault of it: 旁边有个蓝色垃圾桶."""
    lead = rf"{one_of('words-there-is-beside')}(?:\s*{one_of('words-measure')})*"
    found = re.match(lead, plain(said))
    return found is not None and may_name(plain(said)[found.end() :])


def _another(
    case: Case,
    reading: Reading,
    shown: bool,
) -> bool:
    private = reading.privacy is Privacy.CONFIDENTIAL is not case.privacy
    near = case.category in reading.likely[:2] and not shown
    told = reading.report >= A_MATTER and (reading.sure >= SURE or not near)
    return reading.category != case.category and (told or private)


def _tells(
    said: str,
    reading: Reading,
    asking: bool,
) -> bool:
    """Whether talk is only guessed to be some."""
    if is_number(said):  # of no choice that was offered: how many, which one
        return not asking
    asks = not asking and questioned(said)
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
        if one.name == ANSWER and one.started_at >= last.touched_at:
            case = await turn.unit.cases.get(one.about["case"])
            return one if case and _for_it(turn, last, case, reading) else None
    return None


def _for_it(
    turn: Turn,
    draft: Draft,
    case: Case,
    reading: Reading,
) -> bool:
    """Whether it tells of the case that was asked about; a place is for the report."""
    told = things(turn.event.text) & things(case.words) - things(words(draft))
    if hear(turn, draft).place and not told:
        return False
    return belongs(turn, case, reading)
