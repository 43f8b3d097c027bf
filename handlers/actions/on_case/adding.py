"""Words that say themselves that they go on from a report: "补充：…"; and pictures that are called
what proves something: 聊天记录, "another one".
"""

from __future__ import annotations

import re
from dataclasses import replace

from handlers.actions.on_case.words import word_on_case
from handlers.casework.awaited import open_of
from handlers.dialog.turn import Turn
from handlers.filing.hearing import heard
from handlers.filing.judging import MATTERS
from handlers.texts.words import AFTER, anywhere, begins, one_of, plain

MOST_TOLD = 5
"""Cases to whose people one sentence goes (ours)."""
LONGEST_NAME = 15
"""Letters of what a picture is called (ours)."""


async def adds(turn: Turn) -> bool:
    """Whether they went to the newest report that is open, one's own or one that is followed; a
    press makes a matter of their own of them.
    """
    if await _for_them(turn):
        return True
    proof = bool(turn.event.media) and names_proof(turn)
    if not (proof or begins("words-add", turn.event.text)):
        return False
    newest = await open_of(turn.unit, turn.person.id, 1)
    if not newest:
        return False
    turn.event = replace(turn.event, text=added(turn.event.text))
    await word_on_case(turn, newest[0].id, matter=True)
    return True


async def _for_them(turn: Turn) -> bool:
    """Whether it is for whoever has their case, or for both that have two: "tell both of them"."""
    said = plain(turn.event.text)
    theirs = not turn.person.staff and begins("words-tell-filer", said)
    if not theirs or anywhere("words-hurry").search(said):
        return False
    cases = await open_of(turn.unit, turn.person.id, MOST_TOLD)
    if not cases or (len(cases) > 1 and not begins("words-tell-both", said)):
        return False
    for case in cases:
        await word_on_case(turn, case.id, matter=True)
    return True


def added(text: str) -> str:
    """What is added, without the word that says so."""
    said = text.strip()
    if not begins("words-add", said):
        return said
    return re.sub(rf"^{one_of('words-add')}{AFTER}*", "", said, flags=re.I) or said


def names_proof(turn: Turn) -> bool:
    """Whether the words only call a picture what it proves something by."""
    said = turn.event.text.strip().lower()
    short = 0 < len(said) <= LONGEST_NAME
    if not short or not anywhere("words-proving").search(said):
        return False
    return heard(turn).intent not in MATTERS
