"""Reads what was said: one message when it comes, and a draft over all that is in it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from domain.named import Names, accuses, any_named, wrongs
from domain.offices import blamed
from domain.privacy import Privacy
from domain.reading.engine import CRY
from domain.reading.model import Context, Intent, Reading
from domain.reading.read import read
from handlers.dialog.calls_nobody import (
    beside_no_call,
    erases,
    gives_number,
    hurries_on,
    in_jest,
    until_when,
)
from handlers.dialog.consent import only_cancels
from handlers.dialog.fields import A_MATTER
from handlers.dialog.summoned import asked_for, complained_of
from handlers.dialog.turn import Turn
from handlers.filing import beside_thanks, there
from handlers.filing.said_instead import corrects
from handlers.texts.words import begins
from handlers.texts.words import words as spoken

SURE = 0.3
"""From this margin on the first category stands alone; below it three are offered (ours: on the
labelled sentences nine of ten that are surer are right)."""

CONTENT = (Intent.CONFIRM, Intent.THANKS)
"""What nobody means who begins with "wrong"."""

MATTERS = (Intent.EMERGENCY, Intent.REPORT)


def heard(turn: Turn) -> Reading:
    """What this message means by itself: asked for by several who look at it one by one."""
    known = turn.heard
    if known is None or known[0] is not turn.event:
        known = turn.heard = (turn.event, _heard(turn))
    return known[1]


def _heard(turn: Turn) -> Reading:
    event = turn.event
    context = Context(photos=bool(event.media))
    reading = _no_cry(turn, read(event.text, context, turn.setup.vocabulary))
    if reading.intent is Intent.THANKS and reading.sure >= SURE:
        reading = beside_thanks.told(turn, reading, context)
    if reading.intent in CONTENT and begins("words-wrong", event.text):
        return replace(reading, intent=Intent.REPORT)
    if reading.intent is Intent.ABUSE and reading.category and reading.sure >= SURE:
        # who swears of a matter reports it
        told = max(reading.report, A_MATTER)
        return replace(reading, intent=Intent.REPORT, report=told, said=False)
    if _accuses(turn, reading):
        secret = Privacy.CONFIDENTIAL
        return replace(reading, intent=Intent.REPORT, report=A_MATTER, privacy=secret)
    if not (reading.said or reading.danger) and asked_for(turn):
        reading = replace(reading, intent=Intent.HUMAN, said=True, perhaps=None)
        return replace(reading, category="", privacy=Privacy.OPEN)
    righted = _righted(turn, reading, context)
    found = there.told(turn, righted, event.text, context)
    return there.only_known(turn, found)


def _righted(turn: Turn, reading: Reading, context: Context) -> Reading:
    """What a correction says instead, where all of it is only guessed: "i want to change it" is no
    matter.
    """
    vague = reading.sure < SURE and not reading.asked.secret
    found = corrects(turn.event.text) if vague else None
    if found is None or not found.plain:
        return reading
    told = read(found.said, context, turn.setup.vocabulary)
    if reading.danger and told.danger is None and told.intent in MATTERS:
        return told  # 诶不对 旁边还有一堆: letters heard it in the first words
    if reading.danger:
        return reading
    return told if told.report >= A_MATTER and told.sure > reading.sure else reading


def _no_cry(turn: Turn, reading: Reading) -> Reading:
    """What only hurries somebody, asks until when, or to be forgotten, is no cry and no matter:
    告诉他快点. Nor does what was said in jest: 小孩乱发的 sounds like another thing.
    """
    said = turn.event.text
    jest = in_jest(said)
    if not jest and reading.danger is not None and reading.danger.topic != CRY:
        return reading
    if jest:
        reading = replace(reading, report=0.0)
        talk = Intent.CANCEL
    elif _gives_up(reading, said):
        talk = Intent.CANCEL
    elif hurries_on(said):
        talk = Intent.COMPLAINT_UNANSWERED
    elif until_when(said):
        talk = Intent.STATUS
    elif erases(said):
        talk = Intent.HOW_TO
    elif gives_number(said) or _wants_no_call(turn, reading):
        told = replace(reading, intent=Intent.CHAT, said=False, report=0.0)
        return replace(told, category="", privacy=Privacy.OPEN)
    else:
        return reading
    reading = replace(reading, intent=talk, danger=None, perhaps=None, said=True)
    return replace(reading, category="", privacy=Privacy.OPEN)


def _gives_up(reading: Reading, said: str) -> bool:
    """不想报了，太麻烦: letters hear a matter in it."""
    return reading.intent is Intent.REPORT and not reading.danger and only_cancels(said)


def _wants_no_call(turn: Turn, reading: Reading) -> bool:
    """别打我电话，我在骑车: nobody is asked for, unless all that is left asks for somebody."""
    if reading.intent is not Intent.HUMAN:
        return False
    rest = beside_no_call(turn.event.text)
    return rest is not None and read_text(turn, rest).intent is not Intent.HUMAN


def _accuses(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether what is taken for talk, or a place, blames somebody by their office; who plainly
    tells of a wrong that one of the staff did has no talk in mind.
    """
    if reading.intent in MATTERS:
        return False
    if complained_of(turn):
        return True
    text, staff = turn.event.text, turn.unit.directory.staff_names
    if blamed(text) or any_named(text, staff, wrongs):
        return True
    guessed = reading.intent in (Intent.CHAT, Intent.CONFIRM) and not reading.said
    if not guessed and reading.intent is not Intent.PLACE_ONLY:
        return False
    return any_named(text, _offices_held(), accuses)


@cache
def _offices_held() -> Names:
    return Names(spoken("words-offices-held"))


def read_text(
    turn: Turn,
    text: str,
) -> Reading:
    """What words mean that were said earlier."""
    return read(text, vocabulary=turn.setup.vocabulary)
