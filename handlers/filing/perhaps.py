"""Whether somebody is in danger, where that is heard too faintly to call people: a press calls."""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from domain.reading.engine import CRY
from domain.reading.model import Danger, Reading
from domain.reading.vocabulary import Topic
from handlers.dialog import going_on
from handlers.dialog.alone import alone
from handlers.dialog.form import View
from handlers.dialog.turn import Refused, Turn
from handlers.filing.draft import meant, needs, with_about
from handlers.filing.emergency import alarm
from handlers.filing.hearing import SURE, read_text
from handlers.filing.read_over import read_whole
from handlers.filing.unclear_before import JUST
from handlers.texts.sentences import Safe
from handlers.texts.words import asks

CALL = "call"
"""The press that says so."""

NOBODY = "nobody"
"""Whether it was said that nobody is."""

BESIDE = ("words-in-danger-fill", "words-polite")
ASKED_WITH = ("", "what", "photos", "place")
"""What is asked, or the summary: below lists to choose from it would be one more of them."""


async def settle(
    turn: Turn,
    draft: Draft,
) -> Draft:
    """Who said that nobody is, or has called people a moment ago, is not asked."""
    if not meant(draft).perhaps:
        return draft
    called = await going_on.begun(turn, going_on.EMERGENCY) is not None
    if not (called or draft.about.get(NOBODY)):
        return draft
    read = draft.about["read"] | {"perhaps": False}
    return with_about(draft, draft.about | {"read": read})


def asked(
    turn: Turn,
    draft: Draft,
    view: View,
) -> View:
    """The view with that question, its press last: no other number moves."""
    if draft.asking not in ASKED_WITH or not meant(draft).perhaps:
        return view
    row = (turn.choice("button-call-people", f"f:{draft.id}:{CALL}"),)
    text = Safe(f"{view.text}\n{turn.say('ask-danger')}")
    if view.keys:
        return replace(view, text=text, keys=(*view.keys, row))
    return replace(view, text=text, choices=(*view.choices, row))


def answered(
    turn: Turn,
    draft: Draft,
) -> bool | None:
    """What somebody says to that question: "in danger", and yes or no where it answers nothing
    else; None for no answer to it.
    """
    said = turn.event.text
    if not (meant(draft).perhaps and alone(turn)):
        return None
    if asks("words-in-danger", said, *BESIDE):
        return True
    if (draft.asking or needs(draft)) != "place" or "spots" in draft.about:
        return None
    if asks("words-there-is", said, "words-polite"):
        return True
    return False if asks("words-there-is-not", said, "words-polite") else None


def nobody(
    draft: Draft,
) -> Draft:
    """The draft of somebody who has said so."""
    return with_about(draft, draft.about | {NOBODY: True})


async def call(
    turn: Turn,
    draft: Draft,
) -> None:
    """The draft is out as it stands."""
    await alarm(turn, endangered(turn, read_whole(turn, draft)), draft, whole=True)


async def late(
    turn: Turn,
) -> None:
    """The press below a draft that is gone: what was sent just now, and was asked about, is out as
    an emergency, too. Raises Refused where people are called already.
    """
    if await going_on.begun(turn, going_on.EMERGENCY) is not None:
        raise Refused("refuse-old-form")
    for case in await turn.unit.cases.open_of(turn.person.id, 1):
        reading = read_text(turn, case.words)
        if turn.unit.now - case.filed_at <= JUST and reading.perhaps:
            turn.said_of = case.id
            turn.event = replace(turn.event, text=case.words)
            await alarm(turn, endangered(turn, reading), None)
            return
    turn.reply(turn.say("emergency"), calls=_topic(turn, CRY).calls)
    turn.reply(turn.say("ask-danger-what"))


def endangered(
    turn: Turn,
    reading: Reading,
) -> Reading:
    """The reading with the danger that was affirmed, if only as a cry."""
    sure = reading.danger or reading.perhaps
    topic = _topic(turn, sure.topic if sure else CRY)
    return replace(
        reading,
        danger=sure or Danger(topic.name, topic.calls),
        category=reading.category if reading.sure >= SURE else topic.category,
    )


def _topic(
    turn: Turn,
    name: str,
) -> Topic:
    """The kind of danger of that name; an office that has no such has a last one."""
    topics = turn.setup.vocabulary.topics
    return next((topic for topic in topics if topic.name == name), topics[-1])
