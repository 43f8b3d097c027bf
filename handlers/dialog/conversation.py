"""Talking through a form: a message or a press goes into the draft, the next question or the
summary comes out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from domain.draft import Draft
from domain.messages import Choice, Event, Key, settle
from handlers.dialog import form as forms
from handlers.dialog.fields import Photos
from handlers.dialog.form import Form
from handlers.dialog.turn import Refused, Turn

NUDGE_AFTER = timedelta(minutes=30)
DROP_AFTER = timedelta(days=1)
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
    can.
    """
    now = turn.unit.now
    draft = Draft(
        turn.unit.next_id("forms"),
        turn.private,
        turn.person.id,
        form.name,
        {},
        now,
        now,
        about=about or {},
    )
    if event is not None:
        draft = forms.take(form, draft, event, keep_media(turn, form, draft, event))
    if show or event is not None:
        await proceed(turn, form, draft)
    else:
        await turn.unit.forms.put(draft)
        turn.unit.timers.set("draft", draft.id, now + DROP_AFTER)
    return draft


def keep_media(
    turn: Turn, form: Form, draft: Draft, event: Event
) -> list[dict[str, Any]]:
    """Commits the references of what came along; what is too big or too much is refused with a
    word.
    """
    step = next((step for step in form.steps if isinstance(step.expect, Photos)), None)
    most = (
        min(step.expect.most, turn.setup.most_photos)
        if step and isinstance(step.expect, Photos)
        else 0
    )
    renewed = step is not None and step.name in draft.about.get("renew", ())
    room = most - (len(draft.answers.get(step.name, ())) if step and not renewed else 0)
    kept = []
    for media in event.media:
        if media.size > turn.setup.most_bytes:
            turn.reply(turn.say("refuse-too-big", most=turn.setup.most_bytes // 2**20))
        elif room <= 0:
            turn.reply(
                turn.say("refuse-too-many", most=most),
                replaces=f"many:{draft.id}",
                pause=True,
            )
        else:
            room -= 1
            made = turn.unit.media.add(event, media, draft.id)
            kept.append({"m": event.message_id, "id": made, "k": media.kind.value})
    return kept


async def on_message(turn: Turn, draft: Draft, table: Mapping[str, Form]) -> None:
    """A message while a form is open: a typed choice, or something for the slots."""
    form = table[draft.name]
    chosen = None
    if turn.event.text:
        view = form.view(turn, draft)
        chosen = settle(turn.event.text, view.offered, view.by_number)
    if chosen is not None:
        return await on_press(turn, draft, table, chosen)
    draft = forms.take(
        form, draft, turn.event, keep_media(turn, form, draft, turn.event)
    )
    await proceed(turn, form, draft)


async def on_press(
    turn: Turn, draft: Draft, table: Mapping[str, Form], choice: Choice
) -> None:
    """`f:<form id>:<verb>[:<value>]`: the verbs that every form knows, then the form's own."""
    form = table[draft.name]
    verb, _, value = choice.data.split(":", 2)[2].partition(":")
    if verb == "cancel":
        return await cancel(turn, draft, table)
    if verb == "submit":
        if not form.needs(draft):
            return await finish(turn, form, draft)
        draft = replace(draft, asking="")
    elif verb == "back":
        draft = forms.turn_back(form, draft)
    elif verb == "skip":
        if value in ("", draft.asking or form.needs(draft)):
            draft = forms.skip(form, draft)
    elif verb == "change":
        draft = forms.ask_again(form, draft, value)
    elif form.press is not None:
        changed = await form.press(turn, draft, verb, value)
        if changed is None:
            return
        draft = changed
    await proceed(turn, form, draft, edit=True)


async def on_edit(turn: Turn, draft: Draft, table: Mapping[str, Form]) -> bool:
    """An edited message changes the draft that it is part of. Returns whether it was part of
    this one.
    """
    form = table[draft.name]
    changed = forms.edit(form, draft, turn.event)
    if changed is None:
        return False
    await proceed(turn, form, changed)
    return True


async def proceed(turn: Turn, form: Form, draft: Draft, edit: bool = False) -> None:
    """Keeps the draft and shows what comes next; a form without a summary ends when it has
    enough.
    """
    draft = replace(draft, touched_at=turn.unit.now)
    if form.heed is not None:
        draft = await form.heed(turn, draft)
    if not (draft.asking or form.needs(draft) or form.summary):
        if not turn.event.album:
            return await finish(turn, form, draft)
        await turn.unit.forms.put(draft)
        turn.unit.timers.set("finish", draft.id, turn.unit.now + FINISH_PAUSE)
        return
    await turn.unit.forms.put(draft)
    turn.unit.timers.set(
        "draft", draft.id, turn.unit.now + (DROP_AFTER if draft.nudged else NUDGE_AFTER)
    )
    show(turn, form, draft, edit)


def show(turn: Turn, form: Form, draft: Draft, edit: bool = False) -> None:
    """Sends the draft's view: in place of the pressed message after a press, else as a new
    message.
    """
    view = form.view(turn, draft)
    keyboard = [[Key(choice.label) for choice in row] for row in view.keys]
    if view.locate:
        keyboard.insert(0, [Key(view.locate, location=True)])
    turn.reply(
        view.text,
        view.choices,
        keyboard=keyboard,
        edit=edit and not keyboard,
        form_id=draft.id,
        replaces=f"draft:{draft.id}",
        pause=True,
    )


async def finish(turn: Turn, form: Form, draft: Draft) -> None:
    """Drops the draft and does what it was for; a refusal keeps the draft as it is."""
    await close(turn, draft)
    try:
        await form.finish(turn, draft)
    except Refused:
        await turn.unit.forms.put(draft)
        turn.unit.timers.set("draft", draft.id, turn.unit.now + DROP_AFTER)
        raise


async def close(turn: Turn, draft: Draft) -> None:
    turn.closed = True
    await turn.unit.forms.drop(draft)
    turn.unit.timers.set("draft", draft.id, None)
    turn.unit.timers.set("finish", draft.id, None)


async def cancel(turn: Turn, draft: Draft, table: Mapping[str, Form]) -> None:
    await close(turn, draft)
    turn.reply(turn.say("form-cancelled"), edit=True)


async def resume(turn: Turn, table: Mapping[str, Form]) -> None:
    """Shows the form that waits beneath, if there is one that this turn has not just shown."""
    waiting = await turn.unit.forms.of(turn.private)
    if waiting and waiting[-1].name in table and waiting[-1].touched_at < turn.unit.now:
        show(turn, table[waiting[-1].name], waiting[-1])
