"""Talking through a form: a message or a press goes into the draft, the next question or the
summary comes out.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from domain.draft import Draft
from domain.messages import Choice, Event, Key, Matter
from handlers.dialog import doubted, filling, moving_about, typed
from handlers.dialog.coming import keep_media
from handlers.dialog.ending import DROP_AFTER, finish, shown_as
from handlers.dialog.fits import Heard
from handlers.dialog.form import Form
from handlers.dialog.given_up import cancel
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


async def on_message(turn: Turn, form: Form, draft: Draft) -> None:
    """A message while a form is open: a typed choice, or something for the slots."""
    choice = typed.chosen(turn, form, draft)
    if choice is not None:
        return await on_press(turn, form, draft, choice)
    heard = form.heard(turn, draft)
    alone = not (turn.event.media or turn.event.place)
    fit = filling.best(form, draft, filling.words_of(heard))[1]
    if alone and not fit.taken:
        turn.reply(turn.say(fit.why or "not-an-answer", **fit.about))
        return show(turn, form, draft)
    if form.apart is not None and await form.apart(turn, form, draft):
        return
    came = keep_media(turn, form, draft, turn.event)
    await proceed(turn, form, filling.take(form, draft, heard, came))


def no_words(event: Event) -> bool:
    """Nothing but signs and emoji, with nothing beside: an answer to no question."""
    alone = not (event.media or event.place)
    return alone and not any(letter.isalnum() for letter in event.text)


async def on_press(turn: Turn, form: Form, draft: Draft, choice: Choice) -> None:
    """`f:<form id>:<verb>[:<value>]`: the verbs that every form knows, then the form's own."""
    verb, _, value = choice.data.split(":", 2)[2].partition(":")
    if verb == "cancel":
        return await cancel(turn, draft)
    if verb == "submit" and not form.needs(draft):
        return await finish(turn, form, draft)
    changed = await _pressed(turn, form, draft, verb, value)
    if changed is not None:
        await proceed(turn, form, changed, edit=True)


async def _pressed(
    turn: Turn, form: Form, draft: Draft, verb: str, value: str
) -> Draft | None:
    """The draft after this press; None where the form has come to its end by it."""
    if verb == "submit":
        return replace(draft, asking="")
    if verb == doubted.MEANT:
        return doubted.meant(turn, form, draft)
    if verb == "back":
        return moving_about.turn_back(form, draft)
    if verb == "change":
        return moving_about.ask_again(form, draft, value)
    if verb == "skip":
        asked = value in ("", draft.asking or form.needs(draft))
        return moving_about.skip(form, draft) if asked else draft
    return await form.press(turn, draft, verb, value) if form.press else draft


async def on_edit(turn: Turn, form: Form, draft: Draft) -> bool:
    """An edited message changes the draft that it is part of. Returns whether it was part of this
    one.
    """
    changed = filling.edit(form, draft, turn.event)
    if changed is None:
        return False
    await proceed(turn, form, changed)
    return True


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
