"""Moving about in a form: back to the question before, asked again, left out."""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from handlers.dialog.filling import not_renewing
from handlers.dialog.form import Form


def turn_back(
    form: Form,
    draft: Draft,
) -> Draft:
    """One step back: out of a change to the summary, else the last answered step is asked again."""
    answered = [step.name for step in form.steps if step.name in draft.answers]
    again = draft.asking in answered[-1:]  # it has just been asked for anew
    if draft.asking and (again or not form.needs(draft)):
        return not_renewing(replace(draft, asking=""))
    return ask_again(form, draft, answered[-1]) if answered else draft


def ask_again(
    form: Form,
    draft: Draft,
    name: str,
) -> Draft:
    """The draft asking for this step; the old answer stays until a new one comes."""
    if form.step(name) is None:
        return draft
    return replace(draft, asking=name, about=draft.about | {"renew": [name]})


def skip(
    form: Form,
    draft: Draft,
) -> Draft:
    """Goes on without the step that is asked for, if it may be skipped."""
    return draft if form.needs(draft) else not_renewing(replace(draft, asking=""))
