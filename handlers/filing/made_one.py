"""Two reports that are open made one again: they were of the same, or one takes the place of the
other.
"""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from domain.messages import Choice
from handlers.dialog import ending, into_draft
from handlers.dialog.fields import MOST_PHOTOS, attachments, texts, words
from handlers.dialog.form import Form
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Refused, Turn
from handlers.filing.amending.unsaid import corrected_by
from handlers.filing.discreet import wished
from handlers.filing.taken_along import FROM, lines_of
from handlers.texts.words import asks

SAME = (
    "words-same-fill",
    "words-that-one",
    "words-sorry",
    "words-polite",
    "words-mine",
)


async def together(turn: Turn, draft: Draft) -> Draft:
    """合成一件: what the other draft has joins this one."""
    for other in await _beside(turn, draft):
        draft = _joined(draft, other)
        await ending.drop(turn, other)
    return draft


async def in_its_place(turn: Turn, draft: Draft) -> Draft:
    """换成这件: what was said to 要改哪里？ is what it should have been. Raises Refused where that
    is a report of its own by now.
    """
    others = await _beside(turn, draft)
    if not others:
        raise Refused("refuse-old-button")
    draft = corrected_by(turn, draft, words(others[-1]))
    for other in others:
        draft = _joined(draft, other)
        await ending.drop(turn, other)
    return draft


def says_same(said: str) -> bool:
    """Whether two are said to be one, and nothing else: 这两件是一件事."""
    return asks("words-same-one", said, *SAME)


async def made_one(turn: Turn, form: Form, draft: Draft) -> bool:
    """Whether this report and the one beside which it was begun are said to be one: then they
    are.
    """
    beside = draft.about.get("beside")
    if beside is None or not says_same(turn.event.text):
        return False
    first = next((one for one in await open_drafts(turn) if one.id == beside), None)
    if first is not None:
        press = Choice("", f"f:{first.id}:together")
        await into_draft.on_press(turn, form, first, press)
    return first is not None


async def _beside(turn: Turn, draft: Draft) -> list[Draft]:
    drafts = await open_drafts(turn)
    return [one for one in drafts if one.about.get("beside") == draft.id]


def _joined(draft: Draft, other: Draft) -> Draft:
    """With the other's words and pictures, and its place where this one has none."""
    answers = {**other.answers, **draft.answers}
    answers["what"] = (*texts(draft), *texts(other))
    pictures = (*attachments(draft), *attachments(other))
    if pictures:
        answers["photos"] = pictures[:MOST_PHOTOS]
    lines = [*lines_of(draft), *lines_of(other)]
    about = draft.about | wished(other)
    if lines:
        about[FROM] = lines
    return replace(draft, answers=answers, about=about)
