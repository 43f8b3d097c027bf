"""Whether somebody is in danger, where that is heard too faintly to call people: a press calls."""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from domain.reading.engine import CRY
from domain.reading.model import Danger, Reading
from handlers.dialog import going_on
from handlers.dialog.form import View
from handlers.dialog.turn import Turn
from handlers.filing.draft import meant, with_about
from handlers.filing.emergency import alarm
from handlers.filing.read_over import read_whole
from handlers.texts.sentences import Safe

CALL = "call"
"""The press that says so."""

ASKED_WITH = ("", "what", "photos", "place")
"""What is asked, or the summary: below lists to choose from it would be one more of them."""


async def settle(turn: Turn, draft: Draft) -> Draft:
    """Who has called people a moment ago is not asked whether to call them."""
    if (
        not meant(draft).perhaps
        or await going_on.begun(turn, going_on.EMERGENCY) is None
    ):
        return draft
    read = draft.about["read"] | {"perhaps": False}
    return with_about(draft, draft.about | {"read": read})


def asked(turn: Turn, draft: Draft, view: View) -> View:
    """The view with that question, its press last: no other number moves."""
    if draft.asking not in ASKED_WITH or not meant(draft).perhaps:
        return view
    row = (turn.choice("button-call-people", f"f:{draft.id}:{CALL}"),)
    text = Safe(f"{view.text}\n{turn.say('ask-danger')}")
    if view.keys:
        return replace(view, text=text, keys=(*view.keys, row))
    return replace(view, text=text, choices=(*view.choices, row))


async def call(turn: Turn, draft: Draft) -> None:
    """The draft is out as it stands."""
    await alarm(turn, endangered(turn, read_whole(turn, draft)), draft, whole=True)


def endangered(turn: Turn, reading: Reading) -> Reading:
    """The reading with the danger that was affirmed, if only as a cry."""
    sure = reading.danger or reading.perhaps
    name = sure.topic if sure else CRY
    topics = turn.setup.vocabulary.topics
    topic = next(topic for topic in topics if topic.name == name)
    return replace(
        reading,
        danger=sure or Danger(topic.name, topic.calls),
        category=reading.category or topic.category,
    )
