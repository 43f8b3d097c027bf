"""A form is begun, its draft is kept, and the next question or the summary comes out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from domain.draft import Draft
from domain.messages import Event, Key, Matter
from handlers.dialog import filling
from handlers.dialog.coming import keep_media
from handlers.dialog.ending import DROP_AFTER, finish, shown_as
from handlers.dialog.fits import Heard
from handlers.dialog.form import Form
from handlers.dialog.turn import Turn
from handlers.texts.sentences import Safe

NUDGE_AFTER = timedelta(minutes=30)
MINUTE = timedelta(minutes=1)
OWN = "f:"
"""What the press of a form's own choice begins with; one of another room may stand below it."""
# a little longer than an album's parts take
FINISH_PAUSE = timedelta(milliseconds=1500)


async def begin(
    turn: Turn,
    form: Form,
    about: dict[str, Any] | None = None,
    *,
    show: bool = True,
    event: Event | None = None,
) -> Draft:
    """Opens a form and asks its first question; with `event` that message already fills what it
    can. One that was opened for the same and has no answer yet is asked again: nobody needs two.
    """
    now = turn.unit.now
    draft = (
        await _asked_already(turn, form, about or {}) if show and not event else None
    )
    if draft is None:
        made = turn.unit.next_id("forms")
        draft = Draft(
            made, turn.private, turn.person.id, form.name, {}, now, now, about or {}
        )
    if event is not None:
        came = keep_media(turn, form, draft, event)
        draft = filling.take(form, draft, Heard(event), came)
    if show or event is not None:
        await proceed(turn, form, draft)
    else:
        await turn.unit.forms.put(draft)
        turn.unit.timers.set("draft", draft.id, now + DROP_AFTER)
    return draft


async def _asked_already(
    turn: Turn,
    form: Form,
    about: dict[str, Any],
) -> Draft | None:
    for one in await turn.unit.forms.of(turn.private):
        if one.name == form.name and one.about == about and not one.answers:
            return one
    return None


async def proceed(
    turn: Turn,
    form: Form,
    draft: Draft,
    edit: bool = False,
) -> None:
    """Keeps the draft and shows what comes next; a form without a summary ends when it has
    enough.
    """
    kept = await keep(turn, form, draft)
    if kept is not None:
        show(turn, form, kept, edit)


async def keep(turn: Turn, form: Form, draft: Draft) -> Draft | None:
    """The draft as it is kept; None where nothing more is to be shown of it."""
    now = turn.unit.now
    draft = replace(draft, touched_at=now)
    heeded = await form.heed(turn, draft) if form.heed else draft
    if heeded is None:
        return None
    draft = heeded
    enough = not (draft.asking or form.needs(draft) or form.summary)
    if enough and not turn.event.album:
        await finish(turn, form, draft)
        return None
    await turn.unit.forms.put(draft)
    if enough:
        turn.unit.timers.set("finish", draft.id, now + FINISH_PAUSE)
        return None
    wait = DROP_AFTER if draft.nudged else NUDGE_AFTER
    turn.unit.timers.set("draft", draft.id, now + wait, least=MINUTE)
    return draft


def show(
    turn: Turn, form: Form, draft: Draft, edit: bool = False, first: str = ""
) -> None:
    """Sends the draft's view, below what is to be said `first`: in place of the pressed message
    after a press, else as a new message.
    """
    turn.shown.add(draft.id)
    view = form.view(turn, draft)
    keyboard = [[Key(one.label, data=one.data) for one in row] for row in view.keys]
    if view.locate:
        keyboard.insert(0, [Key(view.locate, location=True)])
    turn.reply(
        Safe(f"{first}\n{view.text}") if first else view.text,
        view.choices,
        keyboard=keyboard,
        edit=edit and not keyboard,
        form_id=draft.id,
        replaces=shown_as(draft),
        pause=True,
        matter=Matter.NEWS if view.by_number else Matter.QUESTION,
    )
