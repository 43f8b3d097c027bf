"""What is typed while a form is open, where it is one of its choices."""

from __future__ import annotations

from domain.draft import Draft
from domain.messages import Choice
from domain.offers import settle
from handlers.dialog import doubted
from handlers.dialog.consent import (
    is_no_matter,
    is_none_of_them,
    it_is,
    it_is_not,
)
from handlers.dialog.form import Form, View
from handlers.dialog.turn import Turn
from handlers.texts.sentences import LANGUAGES, label

EVERYWHERE = ("back", "skip")
"""Verbs that every form knows, with a button of their own below some of its messages."""
LONGEST = 30
"""Letters of a yes or a no: whoever writes more says more (ours)."""


def chosen(turn: Turn, form: Form, draft: Draft) -> Choice | None:
    """The choice that was typed: its number or its label, or the yes or no that it stands for."""
    if not turn.event.text:
        return None
    below = doubted.typed(turn, draft)
    if below is not None:
        return below
    view = form.view(turn, draft)
    choice = settle(turn.event.text, view.offered, view.by_number)
    return choice or _said(turn.event.text, view) or _of_before(turn, form, draft)


def yes_or_no(turn: Turn, form: Form, draft: Draft) -> Choice | None:
    """The button that a yes or a no in words means, where one thing is asked."""
    said = turn.event.text
    return _said(said, form.view(turn, draft)) if 0 < len(said) <= LONGEST else None


def _said(said: str, view: View) -> Choice | None:
    if view.yes and it_is(said):
        return view.yes
    if view.no and it_is_not(said):
        return view.no
    if view.either and is_no_matter(said):
        return view.either
    return view.none if view.none and is_none_of_them(said) else None


def _of_before(turn: Turn, form: Form, draft: Draft) -> Choice | None:
    """A button of every form that stood below an earlier message of this one: in what is shown
    before it goes out its label is no word.
    """
    if not form.summary or turn.event.media:
        return None
    known = tuple(
        Choice(label(language, f"button-{verb}"), f"f:{draft.id}:{verb}")
        for verb in EVERYWHERE
        for language in LANGUAGES
    )
    return settle(turn.event.text, known, by_number=False)
