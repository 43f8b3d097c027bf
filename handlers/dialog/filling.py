"""Filling a form. Pure: a draft and an event go in, a draft comes out."""

from __future__ import annotations

from dataclasses import replace

from domain.answers import Answer, Attached, Located, Said
from domain.draft import Draft
from domain.messages import Event, EventKind
from handlers.dialog.fields import Spot
from handlers.dialog.form import Form, Step


def take(form: Form, draft: Draft, event: Event, came: list[Attached]) -> Draft:
    """The draft with everything that this message says put into the slots that can read it."""
    filled = draft
    for piece in _pieces(event):
        # what is asked for is read off the draft as it was when the message came
        step = _reader(form, draft, piece)
        if step is not None:
            filled = _answered(filled, step, piece, came)
    return _not_renewing(filled)


def put(form: Form, draft: Draft, name: str, event: Event) -> Draft:
    """The draft with this message's words in the slot of that name."""
    step = form.step(name)
    if step is None:
        return draft
    return _not_renewing(_answered(draft, step, event, []))


def _answered(draft: Draft, step: Step, piece: Event, came: list[Attached]) -> Draft:
    """A step that is asked for again is answered anew; what comes by itself is added."""
    again = draft.asking == step.name and renews(draft, step.name)
    old = None if again else draft.answers.get(step.name)
    answer = step.field.read(old, piece, came)
    asking = "" if step.name == draft.asking else draft.asking
    return replace(draft, answers={**draft.answers, step.name: answer}, asking=asking)


def renews(draft: Draft, name: str) -> bool:
    return name in draft.about.get("renew", ())


def _not_renewing(draft: Draft) -> Draft:
    if "renew" not in draft.about:
        return draft
    about = {name: value for name, value in draft.about.items() if name != "renew"}
    return replace(draft, about=about)


def _pieces(event: Event) -> list[Event]:
    """The event as up to three: its media, its place, its words."""
    said = event.text.strip()
    if bool(event.media) + (event.place is not None) + bool(said) == 1:
        return [event]
    bare = replace(event, text="", media=(), place=None)
    found = []
    if event.media:
        found.append(replace(bare, media=event.media))
    if event.place is not None:
        found.append(replace(bare, place=event.place))
    if said:
        found.append(replace(bare, text=event.text))
    return found


def _reader(form: Form, draft: Draft, piece: Event) -> Step | None:
    """The step that reads this piece: the one asked for (a place may be words then), else the first
    that fits.
    """
    asked = form.step(draft.asking or form.needs(draft))
    if asked is not None:
        by_words = isinstance(asked.field, Spot) and bool(piece.text)
        if by_words or asked.field.takes(piece):
            return asked
    return next((step for step in form.steps if step.field.takes(piece)), None)


def edit(form: Form, draft: Draft, event: Event) -> Draft | None:
    """The draft after a message of it was edited, or None where the message is no part of it."""
    if event.kind is not EventKind.EDIT:
        return None
    for step in form.steps:
        changed = _edited(step, draft.answers.get(step.name), event)
        if changed is not None:
            return replace(draft, answers={**draft.answers, step.name: changed})
    return None


def _edited(step: Step, answer: Answer | None, event: Event) -> Answer | None:
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


# --- moving about ---


def turn_back(form: Form, draft: Draft) -> Draft:
    """One step back: out of a change to the summary, else the last answered step is asked again."""
    if draft.asking and not form.needs(draft):
        return replace(draft, asking="")
    answered = [step.name for step in form.steps if step.name in draft.answers]
    return ask_again(form, draft, answered[-1]) if answered else draft


def ask_again(form: Form, draft: Draft, name: str) -> Draft:
    """The draft asking for this step; the old answer stays until a new one comes."""
    if form.step(name) is None:
        return draft
    return replace(draft, asking=name, about=draft.about | {"renew": [name]})


def skip(form: Form, draft: Draft) -> Draft:
    """Goes on without the step that is asked for, if it may be skipped."""
    return draft if form.needs(draft) else _not_renewing(replace(draft, asking=""))
