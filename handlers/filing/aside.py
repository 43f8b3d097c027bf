"""What is plainly a matter and came into a form that asks for a name, a word or a picture: it is a
report of its own, and one press makes it the answer after all.
"""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from domain.kinds import Kind
from domain.places.phrases import may_name
from domain.privacy import Privacy
from domain.reading.model import Intent
from handlers.dialog import conversation
from handlers.dialog.fields import A_MATTER
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Turn
from handlers.filing.form import begin
from handlers.filing.hearing import SURE, heard

PLAIN = 0.6
"""From this margin on a name is no name but a matter, as in "pothole on Main Road" (ours)."""
OF_A_ROOM = ("access", "charging")
"""Categories that names and words on the way in speak of without a fault."""
ANSWER = "answer"
"""The verb of the press."""


def is_matter(turn: Turn) -> bool:
    """Whether the words tell what is wrong somewhere. A wish is none here: it is how what a rest
    station offers reads.
    """
    reading = heard(turn, draft_open=True)
    if reading.intent is not Intent.REPORT or reading.kind is Kind.WISH:
        return False
    if not may_name(turn.event.text):
        return reading.report >= A_MATTER or reading.sure >= SURE
    named = reading.sure >= PLAIN and reading.category not in OF_A_ROOM
    return named and reading.report >= A_MATTER


def is_ours(turn: Turn) -> bool:
    """Whether it is a hazard or confidential, as surely as one sentence says it: what two people
    say to each other about a thing may well tell of a breakdown.
    """
    reading = heard(turn, draft_open=True)
    plain = reading.intent is Intent.REPORT and reading.sure >= SURE
    private = reading.privacy is Privacy.CONFIDENTIAL
    return plain and (private or reading.kind is Kind.HAZARD)


async def begin_aside(turn: Turn, draft: Draft) -> None:
    """Opens the report; the form stays open beneath it."""
    data = f"f:{draft.id}:{ANSWER}"
    mine = turn.choice("button-aside", data)
    turn.reply(turn.say("aside"), [[mine]])
    await begin(turn, {"beside": draft.id})


async def taken_back(turn: Turn, draft: Draft) -> Draft:
    """The form with what the report beside it has; that report is gone."""
    for other in await open_drafts(turn):
        if other.about.get("beside") != draft.id:
            continue
        draft = replace(draft, answers=other.answers)
        await conversation.drop(turn, other)
    return draft
