"""Filling a form. Pure: a draft and an event go in, a draft comes out."""

from __future__ import annotations

from dataclasses import replace

from domain.answers import Answer, Attached, Located, Said
from domain.draft import Draft
from domain.messages import Event, EventKind
from handlers.dialog.fields import texts
from handlers.dialog.fits import Fit, Heard
from handlers.dialog.form import Form, Step

ASKED = 0.2
"""What is asked for is likelier answered than anything else (ours)."""


def take(
    form: Form,
    draft: Draft,
    heard: Heard,
    came: list[Attached],
) -> Draft:
    """The draft with everything that this message says put into the slots that it fits best."""
    filled = draft
    for piece in _pieces(heard):
        # what is asked for is read off the draft as it was when the message came
        step, fit = best(form, draft, piece)
        if step is not None and fit.taken:
            filled = _answered(filled, step, piece.event, came)
    if filled is not draft and filled.asking in form.pages:
        filled = replace(filled, asking="")
    # what came in between renews nothing
    waits = filled.asking != "" and renews(filled, filled.asking)
    return filled if waits else not_renewing(filled)


def best(
    form: Form,
    draft: Draft,
    heard: Heard,
) -> tuple[Step | None, Fit]:
    """The step that a piece of a message fits best, and how well. What fits none is told why by
    the step that was asked for.
    """
    asked = form.step(draft.asking or form.needs(draft))
    found: Step | None = None
    most = Fit(0.0)
    for step in form.steps:
        fit = step.field.fits(heard)
        if step is asked and fit.score:
            fit = replace(fit, score=min(1.0, fit.score + ASKED))
        if fit.score > most.score:
            found, most = step, fit
    if not most.taken and asked is not None:
        return None, asked.field.fits(heard)
    return found, most


def words_of(heard: Heard) -> Heard:
    """What it says in words."""
    event = replace(heard.event, media=(), place=None)
    return replace(heard, event=event)


def _answered(
    draft: Draft,
    step: Step,
    piece: Event,
    came: list[Attached],
) -> Draft:
    """A step that is asked for again is answered anew; what comes by itself is added."""
    again = draft.asking == step.name and renews(draft, step.name)
    old = None if again else draft.answers.get(step.name)
    answer = step.field.read(old, piece, came)
    asking = "" if step.name == draft.asking else draft.asking
    kept = {**draft.answers, step.name: answer, **_put_aside(draft, old, answer)}
    return replace(draft, answers=kept, asking=asking)


def _put_aside(
    draft: Draft,
    old: Answer | None,
    new: Answer,
) -> dict[str, Answer]:
    """What was told as the place, where another one takes its place: it stays among the words."""
    if not isinstance(old, Located) or not isinstance(new, Located):
        return {}
    if not old.words or old.words in new.words:
        return {}
    return {"what": (*texts(draft), Said("", old.words))}


def renews(
    draft: Draft,
    name: str,
) -> bool:
    return name in draft.about.get("renew", ())


def not_renewing(draft: Draft) -> Draft:
    if "renew" not in draft.about:
        return draft
    about = {name: value for name, value in draft.about.items() if name != "renew"}
    return replace(draft, about=about)


def _pieces(heard: Heard) -> list[Heard]:
    """The message as up to three: its media, its place, its words."""
    event = heard.event
    said = event.text.strip()
    if bool(event.media) + (event.place is not None) + bool(said) == 1:
        return [heard]
    bare = replace(event, text="", media=(), place=None)
    found = []
    if event.media:
        found.append(replace(bare, media=event.media))
    if event.place is not None:
        found.append(replace(bare, place=event.place))
    if said:
        found.append(replace(bare, text=event.text))
    return [replace(heard, event=piece) for piece in found]


def edit(
    form: Form,
    draft: Draft,
    event: Event,
) -> Draft | None:
    """The draft after a message of it was edited, or None where the message is no part of it."""
    if event.kind is not EventKind.EDIT:
        return None
    for step in form.steps:
        changed = _edited(step, draft.answers.get(step.name), event)
        if changed is not None:
            return replace(draft, answers={**draft.answers, step.name: changed})
    return None


def _edited(
    step: Step,
    answer: Answer | None,
    event: Event,
) -> Answer | None:
    if isinstance(answer, Located):
        same = bool(answer.message) and answer.message == event.message_id
        return step.field.read(answer, event, []) if same else None
    said = [part for part in answer or () if isinstance(part, Said)]
    if not any(part.message == event.message_id for part in said):
        return None
    text = event.text.strip()
    parts = [
        replace(part, text=text) if part.message == event.message_id else part
        for part in said
    ]
    return tuple(part for part in parts if part.text)
