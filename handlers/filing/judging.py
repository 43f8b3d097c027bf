"""An answer is judged before it is taken: what is a matter goes to the words, what is a place to
the place, whatever was asked; another matter becomes a draft of its own.
"""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from domain.reading.model import Intent, Reading
from handlers.casework import whereabouts
from handlers.dialog import conversation, filling
from handlers.dialog.fields import MOST_PHOTOS, attachments, texts, words
from handlers.dialog.form import Form
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Turn
from handlers.filing.draft import Meant, meant, needs
from handlers.filing.hearing import A_MATTER, SURE, heard

GREETING = 5  # letters
PLACES = ("place", "grids")
BETWEEN = ("", "place", "grids", "more", "rest")
"""Where another matter may come: nothing is being written anew."""

SHORT_PLACE = 40
"""Letters: whoever tells a place tells it briefly."""


def slot_for(draft: Draft, reading: Reading, text: str) -> str:
    """The step that this text answers: 'what' or 'place'."""
    if reading.intent is Intent.PLACE_ONLY:
        return "place"
    asked = draft.asking or needs(draft)
    matter = reading.report >= A_MATTER
    brief = len(text) <= SHORT_PLACE
    return "place" if asked in PLACES and brief and not matter else "what"


def names_a_place(turn: Turn, draft: Draft, reading: Reading) -> bool:
    """Whether a place was asked for and these words name one: one that is known, or what is too
    long for a mere greeting.
    """
    if (draft.asking or needs(draft)) not in PLACES:
        return False
    if reading.intent is Intent.CHAT and len(turn.event.text.strip()) > GREETING:
        return True
    found = whereabouts.find(turn.scene, turn.event.text, turn.person)
    return bool(found.sure or found.likely)


async def judge(turn: Turn, form: Form, draft: Draft) -> Draft | None:
    """The draft with what this message says; None where it went elsewhere."""
    event = turn.event
    if not event.text.strip():
        came = conversation.keep_media(turn, form, draft, event)
        return filling.take(form, draft, event, came)
    reading = heard(turn, draft_open=True)
    if draft.asking in BETWEEN and _another(draft, reading):
        await _second(turn, form, draft)
        return None
    came = conversation.keep_media(turn, form, draft, event)
    step = slot_for(draft, reading, event.text)
    rest = replace(event, text="")
    filled = filling.take(form, draft, rest, came) if came or event.place else draft
    return filling.put(form, filled, step, replace(event, media=(), place=None))


def _another(draft: Draft, reading: Reading) -> bool:
    """Whether this is clearly another matter than the one that is written down already."""
    if reading.intent is not Intent.REPORT or not words(draft):
        return False
    matter: Meant = meant(draft)
    if not matter.sure or reading.report < A_MATTER:
        return False
    # whichever of the two it is where that is not sure
    likely = reading.likely[:1] if reading.sure >= SURE else reading.likely[:2]
    return not {matter.code, *matter.likely[:2]}.intersection(likely)


async def _second(turn: Turn, form: Form, draft: Draft) -> None:
    """Two matters are two drafts; one press makes them one."""
    await turn.unit.forms.put(replace(draft, touched_at=turn.unit.now))
    join = turn.choice("button-together", f"f:{draft.id}:together")
    turn.reply(turn.say("two-matters"), [[join]])
    await conversation.begin(turn, form, {"beside": draft.id}, event=turn.event)


async def together(turn: Turn, draft: Draft) -> Draft:
    """合成一件: what the other draft has joins this one."""
    for other in await open_drafts(turn):
        if other.about.get("beside") == draft.id:
            draft = _joined(draft, other)
            await conversation.drop(turn, other)
    return draft


def _joined(draft: Draft, other: Draft) -> Draft:
    """With the other's words and pictures, and its place where this one has none."""
    answers = {**other.answers, **draft.answers}
    answers["what"] = (*texts(draft), *texts(other))
    pictures = (*attachments(draft), *attachments(other))
    if pictures:
        answers["photos"] = pictures[:MOST_PHOTOS]
    return replace(draft, answers=answers)
